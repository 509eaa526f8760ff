using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>The workbook a service fills in; the same rows give the same bytes.</summary>
internal static class TemplateWorkbook
{
    /// <summary>A workbook that asks for rows.</summary>
    public static BinaryData Write(
        Community community, Mutualisation mutualisation, Period period, IReadOnlyList<TemplateRow> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            document.CompressionOption = CompressionOption.NotCompressed;
            var workbook = document.AddWorkbookPart();
            // The name of a relationship is drawn at random unless it is given.
            document.ChangeIdOfPart(workbook, "workbook");
            var styles = workbook.AddNewPart<WorkbookStylesPart>("styles");
            styles.Stylesheet = TemplateStyles.Sheet();
            styles.Stylesheet.Save();
            TemplateSheet.Write(workbook.AddNewPart<WorksheetPart>("values"), rows);
            TemplateGuide.Write(
                workbook.AddNewPart<WorksheetPart>("guide"),
                community,
                mutualisation,
                period,
                rows);
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new Sheets(
                    new Sheet { Name = TemplateSheet.Name, SheetId = 1, Id = "values" },
                    new Sheet { Name = TemplateMark.GuideSheet, SheetId = 2, Id = "guide" }),
                new DefinedNames(SheetPrint.Titles(TemplateSheet.Name)));
            workbook.Workbook.Save();
            new TemplateMark(community.Siren.ToString(), mutualisation.Id, period.ToString()).Write(document, "mark");
            foreach (var part in document.GetAllParts())
            {
                PlainNames.Write(part);
            }
        }

        return StableZip.Of(stream);
    }
}
