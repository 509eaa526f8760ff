using Evaluation.Core.Kinds;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report.Papers;

/// <summary>
/// The Word document and the workbook of a published version. Publishing keeps the paper: beside the data of an annual
/// evaluation, as the data of every other kind. Both are made from that when they are first asked for, and kept. Two who make
/// one at once make the same.
/// </summary>
internal static class OfficeFiles
{
    /// <summary>The file that holds the paper of an annual evaluation.</summary>
    public const string Model = "paper.json";

    /// <summary>The file that holds the data of a report: of a report that is a paper, the paper.</summary>
    public const string Data = "report.json";

    /// <summary>The Word document.</summary>
    public const string Document = "report.docx";

    /// <summary>The workbook.</summary>
    public const string Workbook = "report.xlsx";

    /// <summary>Those of a version: none of one that was published before it kept a paper.</summary>
    public static IReadOnlyList<string> Listed(ReportVersion version) =>
        ModelOf(version) is null ? [] : [Document, Workbook];

    /// <summary>Whether a name is one of them.</summary>
    public static bool Has(ReportVersion version, string file) => Listed(version).Contains(file, StringComparer.Ordinal);

    /// <summary>What kind of file a name stands for.</summary>
    public static string ContentTypeOf(string file) => file == Document ? PaperDocument.ContentType : PaperWorkbook.ContentType;

    /// <summary>The file: the one that is kept, or made now and kept.</summary>
    public static async Task<BinaryData> FindOrMakeAsync(
        ReportStore reports, ReportVersion version, string file, CancellationToken cancellationToken)
    {
        if (await reports.FindMadeAsync(version, file, cancellationToken) is { } kept)
        {
            return kept;
        }

        var paper = await PaperOfAsync(reports, version, cancellationToken);
        var made = file == Workbook ? PaperWorkbook.Write(paper) : PaperDocument.Write(paper, await DrawnAsync(reports, version, paper, cancellationToken));
        await reports.KeepMadeAsync(version, new ReportFile(file, ContentTypeOf(file), made), cancellationToken);
        return made;
    }

    /// <summary>What a version says, as a paper.</summary>
    /// <exception cref="InvalidDataException">It keeps none, or one that cannot be read.</exception>
    public static async Task<Paper> PaperOfAsync(ReportStore reports, ReportVersion version, CancellationToken cancellationToken)
    {
        var model = ModelOf(version) is { } name ? await reports.FindFileAsync(version, name, cancellationToken) : null;
        return PaperJson.Read(
            model?.Content ?? throw new InvalidDataException($"The index names no file that holds the paper of {version.PathOf("")}."));
    }

    private static string? ModelOf(ReportVersion version) => version.Files.FirstOrDefault(
        file => file == Model || (file == Data && version.Key.Kind != ReportKind.Annual));

    // The pictures of the page, those that were asked for already as they are kept.
    private static async Task<Func<PaperChart, BinaryData>> DrawnAsync(
        ReportStore reports, ReportVersion version, Paper paper, CancellationToken cancellationToken)
    {
        var drawn = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        foreach (var chart in paper.Charts())
        {
            drawn[chart.Name] = await PictureFiles
                .Asked(version, PictureFiles.PictureOf(chart.Name), frame: null)
                .FindOrDrawAsync(reports, cancellationToken);
        }

        return chart => drawn[chart.Name];
    }
}
