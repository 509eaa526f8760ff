using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Annual;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report.Html;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Writes an annual report in every format, from the one model: same report, same bytes.</summary>
internal sealed class AnnualReportFiles(HtmlPage pages)
{
    /// <summary>The files, always in the same order: page, data, table, paper, drawings, then what each chart shows.</summary>
    public async Task<IReadOnlyList<ReportFile>> RenderAsync(AnnualReport report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var html = await pages.RenderAsync<AnnualReportPage>(
            new Dictionary<string, object?> { [nameof(AnnualReportPage.Report)] = report });
        cancellationToken.ThrowIfCancellationRequested();
        var paper = AnnualPaper.Of(report);
        return
        [
            new ReportFile("report.html", "text/html; charset=utf-8", BinaryData.FromString(html)),
            new ReportFile("report.json", "application/json", BinaryData.FromBytes(ReportJson.Write(report))),
            new ReportFile("report.csv", "text/csv; charset=utf-8", BinaryData.FromBytes(ReportCsv.Write(report))),
            new ReportFile(OfficeFiles.Model, "application/json", PaperJson.Write(paper)),
            .. ChartFiles.Of(paper),
        ];
    }
}
