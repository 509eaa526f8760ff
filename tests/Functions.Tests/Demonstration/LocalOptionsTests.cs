using Evaluation.Local;

namespace Evaluation.Functions.Tests.Demonstration;

public sealed class LocalOptionsTests
{
    [Fact]
    public void Without_options_the_demonstration_is_served_on_the_usual_port()
    {
        Assert.Equal(new LocalOptions { Port = 7071 }, LocalOptions.Parse([]));
    }

    [Fact]
    public void Options_are_read_in_any_order_and_both_spellings()
    {
        Assert.Equal(
            new LocalOptions { Once = true, Reset = true, Port = 7100, Data = "d", Export = "e" },
            LocalOptions.Parse(["--port=7100", "--once", "--export", "e", "--reset", "--data", "d"]));
    }

    [Theory]
    [InlineData("--unknown", "--unknown")]
    [InlineData("--once=yes", "--once=yes")]
    [InlineData("word", "word")]
    [InlineData("--port", "--port")]
    [InlineData("--port x", "--port")]
    [InlineData("--port 0", "--port")]
    [InlineData("--port 65536", "--port")]
    [InlineData("--port -1", "--port")]
    [InlineData("--data", "--data")]
    [InlineData("--data --once", "--data")]
    [InlineData("--export=", "--export")]
    [InlineData("--empty --export e", "--export")]
    public async Task What_is_not_understood_is_one_line_that_names_it_and_code_2(string words, string named)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var code = await LocalRun.RunAsync(words.Split(' '), output, errors, TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.Empty(output.ToString());
        var line = Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(0, await LocalRun.RunAsync(["--help"], output, errors, TestContext.Current.CancellationToken));

        Assert.All(
            ["--once", "--export", "--port", "--data", "--empty", "--reset", "--help"],
            option => Assert.Contains(option, output.ToString(), StringComparison.Ordinal));
        Assert.Empty(errors.ToString());
    }
}
