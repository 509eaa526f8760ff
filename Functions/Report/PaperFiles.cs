using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Writes a paper in every format that is published: same paper, same bytes.</summary>
internal sealed class PaperFiles(HtmlPage pages)
{
    /// <summary>The files, always in the same order: page, data, table, drawings, then what each chart shows.</summary>
    public async Task<IReadOnlyList<ReportFile>> RenderAsync(Paper paper, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var html = await pages.RenderAsync<PaperPage>(new Dictionary<string, object?> { [nameof(PaperPage.Paper)] = paper });
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            new ReportFile("report.html", "text/html; charset=utf-8", BinaryData.FromString(html)),
            new ReportFile(OfficeFiles.Data, "application/json", PaperJson.Write(paper)),
            new ReportFile("report.csv", "text/csv; charset=utf-8", PaperCsv.Write(paper)),
            .. ChartFiles.Of(paper),
        ];
    }
}
