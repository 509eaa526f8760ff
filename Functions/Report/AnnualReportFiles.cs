using Evaluation.Core.Reports;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report.Html;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Writes an annual report in every format, from the one model: same report, same bytes.</summary>
internal sealed class AnnualReportFiles(HtmlPage pages)
{
    /// <summary>The files, always in the same order: page, data, table, then one drawing per chart.</summary>
    public async Task<IReadOnlyList<ReportFile>> RenderAsync(AnnualReport report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var html = await pages.RenderAsync<AnnualReportPage>(
            new Dictionary<string, object?> { [nameof(AnnualReportPage.Report)] = report });
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            new ReportFile("report.html", "text/html; charset=utf-8", BinaryData.FromString(html)),
            new ReportFile("report.json", "application/json", BinaryData.FromBytes(ReportJson.Write(report))),
            new ReportFile("report.csv", "text/csv; charset=utf-8", BinaryData.FromBytes(ReportCsv.Write(report))),
            .. Drawings(report),
        ];
    }

    private static IEnumerable<ReportFile> Drawings(AnnualReport report) =>
        new[]
        {
            (report.Activity.Course?.Name, Chart: (Core.Reports.Charts.Chart?)report.Activity.Course?.Drawing()),
            (report.Activity.ByMember?.Name, report.Activity.ByMember?.Drawing()),
            (report.Quality.Course?.Name, report.Quality.Course?.Drawing()),
            (report.Quality.ByMember?.Name, report.Quality.ByMember?.Drawing()),
            (report.Costs.Composition?.Name, report.Costs.Composition?.Drawing()),
            (report.Savings?.Figure?.Name, report.Savings?.Figure?.Drawing()),
        }
        .Where(drawing => drawing.Chart is not null)
        .Select(drawing => new ReportFile(
            $"charts/{drawing.Name}.svg", "image/svg+xml", BinaryData.FromString(drawing.Chart!.ToStandaloneSvg())));
}
