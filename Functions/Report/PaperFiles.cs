using System.Diagnostics;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Writes a paper in every format that is published: same paper, same bytes.</summary>
internal sealed class PaperFiles(HtmlPage pages)
{
    /// <summary>The file that holds the letters, for who has to send them.</summary>
    public const string Letters = "letters.docx";

    /// <summary>The files, always in the same order: page, data, table, letters, drawings, then what each chart shows.</summary>
    public async Task<IReadOnlyList<ReportFile>> RenderAsync(WrittenPaper written, CancellationToken cancellationToken)
    {
        var paper = written.Paper;
        cancellationToken.ThrowIfCancellationRequested();
        var html = await pages.RenderAsync<PaperPage>(new Dictionary<string, object?> { [nameof(PaperPage.Paper)] = paper });
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            new ReportFile("report.html", "text/html; charset=utf-8", BinaryData.FromString(html)),
            new ReportFile(OfficeFiles.Data, "application/json", PaperJson.Write(paper)),
            new ReportFile("report.csv", "text/csv; charset=utf-8", PaperCsv.Write(paper)),
            .. written.Letters.Count == 0 ? Array.Empty<ReportFile>() : [new ReportFile(Letters, PaperDocument.ContentType, LettersOf(written))],
            .. ChartFiles.Of(paper),
        ];
    }

    private static BinaryData LettersOf(WrittenPaper written) => PaperDocument.Write(
        written.Letters,
        written.Letters[0].Subject,
        chart => throw new UnreachableException($"A letter has no chart: {chart.Name}."));
}
