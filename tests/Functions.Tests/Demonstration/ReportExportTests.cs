using Evaluation.Local;

namespace Evaluation.Functions.Tests.Demonstration;

public sealed class ReportExportTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Files_go_under_their_steps_and_others_stay()
    {
        var stop = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(_temporary["mine"], "", stop);
        var export = ReportExport.Into(_temporary.Path);

        for (var time = 1; time <= 2; time++)
        {
            await export.WriteAsync(["200040715", "ads", "charts/line.svg"], [1, 2], stop);
        }

        Assert.Equal([1, 2], await File.ReadAllBytesAsync(_temporary["200040715/ads/charts/line.svg"], stop));
        Assert.Equal(
            [_temporary["200040715/ads/charts/line.svg"], _temporary["mine"]],
            Directory.EnumerateFiles(_temporary.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../report.html")]
    [InlineData("charts/../../report.html")]
    [InlineData("/etc/report.html")]
    [InlineData("charts//report.html")]
    [InlineData("./report.html")]
    [InlineData("..\\report.html")]
    [InlineData("C:report.html")]
    [InlineData("report\0.html")]
    [InlineData("")]
    public async Task A_name_that_leaves_the_folder_is_refused(string file)
    {
        var export = ReportExport.Into(_temporary["export"]);

        await Assert.ThrowsAsync<LocalRunException>(
            () => export.WriteAsync(["200040715", file], [1], TestContext.Current.CancellationToken));

        Assert.Equal([_temporary["export"]], Directory.EnumerateFileSystemEntries(_temporary.Path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temporary["export"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(_temporary["file"], "");

        Assert.Throws<LocalRunException>(() => ReportExport.Into(_temporary["file"]));
    }
}
