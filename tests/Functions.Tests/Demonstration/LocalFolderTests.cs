using Evaluation.Local;

namespace Evaluation.Functions.Tests.Demonstration;

public sealed class LocalFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_folder_is_made_and_found_again()
    {
        var path = _temporary["data"];
        string file;
        using (var first = LocalFolder.Open(path, reset: false))
        {
            file = Path.Combine(first.Storage, "kept");
            File.WriteAllText(file, "");
        }

        using var second = LocalFolder.Open(path, reset: false);

        Assert.True(File.Exists(file));
        Assert.False(second.WasErased);
    }

    [Fact]
    public void Reset_erases_what_a_run_left_and_nothing_else()
    {
        var path = _temporary["data"];
        using (var first = LocalFolder.Open(path, reset: false))
        {
            File.WriteAllText(Path.Combine(first.Storage, "erased"), "");
            File.WriteAllText(Path.Combine(path, "mine"), "");
        }

        using var second = LocalFolder.Open(path, reset: true);

        Assert.True(second.WasErased);
        Assert.Empty(Directory.EnumerateFileSystemEntries(second.Storage));
        Assert.True(File.Exists(Path.Combine(path, "mine")));
    }

    [Fact]
    public void A_folder_of_something_else_is_refused_and_left_alone()
    {
        File.WriteAllText(_temporary["precious"], "");

        var refusal = Assert.Throws<LocalRunException>(() => LocalFolder.Open(_temporary.Path, reset: true));

        Assert.Contains(_temporary.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Equal([_temporary["precious"]], Directory.EnumerateFileSystemEntries(_temporary.Path));
    }

    [Fact]
    public void A_folder_in_use_is_refused_and_kept()
    {
        var path = _temporary["data"];
        using var first = LocalFolder.Open(path, reset: false);
        var file = Path.Combine(first.Storage, "kept");
        File.WriteAllText(file, "");

        Assert.Throws<LocalRunException>(() => LocalFolder.Open(path, reset: true));

        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(_temporary["file"], "");

        Assert.Throws<LocalRunException>(() => LocalFolder.Open(_temporary["file/data"], reset: false));
        Assert.Throws<LocalRunException>(() => LocalFolder.Open(_temporary["file"], reset: false));
    }
}
