using System.Collections.Concurrent;
using Evaluation.Core.Assessments;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports;

/// <summary>The reports of drawn services: every property looks at the same ones.</summary>
internal static class DrawnReports
{
    private const int Services = 120;

    private static readonly ConcurrentDictionary<int, (AnnualEvaluation Evaluation, AnnualReport Report)> Drawn = new();

    /// <summary>Enough of them to show that what the properties speak of does occur.</summary>
    public static IReadOnlyList<(AnnualEvaluation Evaluation, AnnualReport Report)> Some() =>
        [.. Enumerable.Range(1, Services).Select(Of)];

    /// <summary>Every indicator that a report tells.</summary>
    public static IEnumerable<IndicatorLine> Lines(AnnualReport report) =>
        report.Activity.Lines.Concat(report.Quality.Lines).Concat(report.Costs.Lines);

    public static void Hold(Func<AnnualEvaluation, AnnualReport, bool> property) => Properties.Hold(
        Gen.Choose(1, 1_000_000),
        number =>
        {
            var (evaluation, report) = Of(number);
            return property(evaluation, report);
        },
        Services);

    private static (AnnualEvaluation Evaluation, AnnualReport Report) Of(int number) =>
        Drawn.GetOrAdd(number, n => new DrawnService(n).Evaluated());
}
