using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Local;

namespace Evaluation.StandIn.Tests;

/// <summary>A worker never outlives its stand-in, whichever way that ends.</summary>
public sealed partial class OrphanTests(StandInStorage storage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("KILL", 137)]
    [InlineData("TERM", 0)]
    [InlineData("INT", 0)]
    public async Task The_worker_ends_with_the_stand_in(string signal, int exitCode)
    {
        using var host = Start();
        var line = await StartedAsync(host);
        using var worker = Process.GetProcessById(int.Parse(Worker().Match(line).Groups[1].ValueSpan, CultureInfo.InvariantCulture));

        using (var kill = Process.Start("kill", [$"-{signal}", host.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Cancellation);
        }

        await host.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal(exitCode, host.ExitCode);
        await worker.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
    }

    private Process Start()
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                RepositoryRoot.PathOf($"artifacts/bin/Evaluation.StandIn/{build}/Evaluation.StandIn.dll"),
                RepositoryRoot.PathOf($"artifacts/bin/Functions/{build}"),
            },
            Environment = { ["AzureWebJobsStorage"] = storage.ConnectionString, ["DOTNET_ENVIRONMENT"] = "Development" },
            RedirectStandardOutput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The stand-in did not start.");
    }

    private static async Task<string> StartedAsync(Process host)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            var line = await host.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException("The stand-in ended at once.");
            if (line.StartsWith("The functions answer at", StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    [GeneratedRegex("worker ([0-9]+)$")]
    private static partial Regex Worker();
}
