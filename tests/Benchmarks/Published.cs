using System.Diagnostics;
using Evaluation.Local;

namespace Evaluation.Benchmarks;

/// <summary>Workers as they are deployed: for the runtime of the host, compiled ahead.</summary>
internal static class Published
{
    /// <summary>The folder of the app, published now.</summary>
    public static Task<string> AppAsync(CancellationToken cancellationToken) =>
        ProgramAsync("Functions/Functions.csproj", "Evaluation.Functions", cancellationToken);

    /// <summary>The folder of a program, published now.</summary>
    public static async Task<string> ProgramAsync(string project, string program, CancellationToken cancellationToken)
    {
        var folder = RepositoryRoot.PathOf(Path.Combine("artifacts", "benchmarks", program));
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", RepositoryRoot.PathOf(project), "-c", "Release", "-r", "linux-x64", "-o", folder, "-v", "quiet", "--nologo" },
        };
        using var publish = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        await publish.WaitForExitAsync(cancellationToken);
        return publish.ExitCode == 0
            ? folder
            : throw new InvalidOperationException($"{project} was not published.");
    }
}
