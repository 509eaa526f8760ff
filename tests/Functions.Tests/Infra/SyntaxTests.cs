using System.Diagnostics;
using Evaluation.Functions.Tests.Demonstration;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Infra;

/// <summary>Reads the files with a Bicep grammar: what a compiler would refuse for its form is refused here.</summary>
public sealed class SyntaxTests
{
    private static readonly string Folder = RepositoryRoot.PathOf("tests/Functions.Tests/Infra/Syntax");

    [Fact]
    public async Task Every_file_is_well_formed()
    {
        Assert.Equal("", await FaultsAsync(BicepFile.Paths));
    }

    [Fact]
    public async Task A_fault_is_found_and_its_line_said()
    {
        using var folder = new TemporaryFolder();
        var file = folder["broken.bicep"];
        await File.WriteAllTextAsync(
            file, "param a string\n\nvar list = [\n  'one\n  'two'\n]\n", TestContext.Current.CancellationToken);

        Assert.StartsWith($"{file}:", await FaultsAsync(file), StringComparison.Ordinal);
    }

    private static async Task<string> FaultsAsync(params string[] files)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await NodePackages.EnsureInstalledAsync(Folder, cancellationToken);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in files.Prepend(Path.Combine(Folder, "check.mjs")))
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var faults = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return await faults;
    }
}
