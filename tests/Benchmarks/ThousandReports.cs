using System.Diagnostics;
using System.Globalization;
using Evaluation.Core.Assessments;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Benchmarks;

/// <summary>A thousand annual reports, evaluation and every format, on two cores: how long, and how much memory.</summary>
internal static class ThousandReports
{
    private const int Reports = 1000;
    private const int Cores = 2;
    private const int Parts = 4;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var whole = Stopwatch.StartNew();
        for (var part = 1; part <= Parts; part++)
        {
            await Parallel.ForAsync(
                0,
                Reports / Parts,
                new ParallelOptions { MaxDegreeOfParallelism = Cores, CancellationToken = cancellationToken },
                async (_, token) => await Rendering.Files.RenderAsync(
                    AnnualReport.Of(AnnualEvaluation.Of(new SampleService().Dossier()), SampleService.Edition), token));
            process.Refresh();
            Say($"{Reports / Parts * part,5} reports  {whole.Elapsed.TotalSeconds,6:F1} s  peak {process.PeakWorkingSet64 >> 20,4} MiB");
        }

        Say($"CPU {process.TotalProcessorTime.TotalSeconds:F1} s");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
