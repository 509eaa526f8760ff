using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Report.Papers;

/// <summary>
/// Writes a paper as a workbook: a first sheet that says what it is and leads to the others, then one sheet a table. Text is
/// typed as text, so that nothing in it is ever run as a formula. The same paper gives the same bytes.
/// </summary>
internal static class PaperWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string GuideSheet = "Sommaire";

    /// <summary>The file.</summary>
    public static BinaryData Write(Paper paper)
    {
        var tables = paper.Tables().ToList();
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            document.CompressionOption = CompressionOption.NotCompressed;
            var workbook = document.AddWorkbookPart();
            // The name of a relationship is drawn at random unless it is given.
            document.ChangeIdOfPart(workbook, "workbook");
            var styles = new PaperSheetStyles(tables);
            var part = workbook.AddNewPart<WorkbookStylesPart>("styles");
            part.Stylesheet = styles.Sheet();
            part.Stylesheet.Save();
            PaperGuideSheet.Write(workbook.AddNewPart<WorksheetPart>("guide"), paper, tables);
            var sheets = new Sheets(new Sheet { Name = GuideSheet, SheetId = 1, Id = "guide" });
            for (var rank = 0; rank < tables.Count; rank++)
            {
                var id = $"t{rank + 1}";
                PaperTableSheet.Write(workbook.AddNewPart<WorksheetPart>(id), tables[rank], styles);
                sheets.Append(new Sheet { Name = tables[rank].Name, SheetId = (uint)rank + 2, Id = id });
            }

            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                sheets,
                new DefinedNames(tables.Select((table, rank) => PaperTableSheet.Titles(table, (uint)rank + 1))));
            workbook.Workbook.Save();
            foreach (var each in document.GetAllParts())
            {
                PlainNames.Write(each);
            }
        }

        return StableZip.Of(stream);
    }
}
