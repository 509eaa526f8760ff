using DocumentFormat.OpenXml.Packaging;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Values in a workbook (docs/api.md, « Files »).</summary>
internal static class XlsxSubmission
{
    private const string DefaultSource = "classeur";
    private const string TemplateSource = "modèle";

    /// <summary>What a workbook says.</summary>
    /// <exception cref="RefusalException">400 when it cannot be read, 413 over 10 000 rows.</exception>
    public static SubmittedBatch Read(ReceivedBody body) =>
        XlsxPackage.Read(body.Bytes, document => Read(document, body));

    private static SubmittedBatch Read(SpreadsheetDocument document, ReceivedBody body)
    {
        var template = TemplateMark.Find(document);
        var source = SubmittedBatch.SourceOf(body.Source ?? (template is null ? DefaultSource : TemplateSource));
        var reason = SubmittedBatch.ReasonOf(body.Reason);
        var sheet = XlsxSheet.Find(document, body.Sheet);
        var header = XlsxHeader.Find(sheet.Lines());
        var rows = new FileRows(header.Columns, body.Period)
        {
            SkipsEmptyValues = template is not null || TemplateColumns.AreAllIn(header.Columns.Headers),
        };
        foreach (var line in sheet.Lines().SkipWhile(line => line.Number <= header.Line))
        {
            rows.Add(line.Number, line.Cells);
        }

        return new SubmittedBatch(source, reason, rows.All()) { Template = template, NotSent = rows.NotSent };
    }
}
