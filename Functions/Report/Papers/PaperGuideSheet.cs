using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Report.Papers;

/// <summary>The sheet that says what a workbook is, and leads to its tables.</summary>
internal static class PaperGuideSheet
{
    private const double LabelWidth = 34;
    private const double TextWidth = 90;
    private const double TitleHeight = 24;

    private static readonly double[] Widths = [LabelWidth, TextWidth];

    public static void Write(WorksheetPart part, Paper paper, IReadOnlyList<PaperTable> tables)
    {
        var lines = new List<Row>();
        var links = new List<Hyperlink>();
        void Add(uint style, params IReadOnlyList<string> texts)
        {
            var line = lines.Count + 1;
            var row = SheetCells.Line(line, texts.Select((text, column) => SheetCells.Text(column, line, text, style)));
            lines.Add(style == PaperSheetStyles.Wrapped ? SheetHeight.Fit(row, texts.Zip(Widths)) : row);
        }

        Add(PaperSheetStyles.Title, paper.Title);
        lines[0].Height = TitleHeight;
        lines[0].CustomHeight = true;
        Add(PaperSheetStyles.Plain, $"{paper.Organisation} — {paper.Subject}");
        Add(PaperSheetStyles.Plain, paper.Identity);
        if (paper.IsDemonstration)
        {
            Add(PaperSheetStyles.Plain, Paper.DemonstrationNotice);
        }

        Add(PaperSheetStyles.Plain);
        Add(PaperSheetStyles.Head, "Feuille", "Tableau");
        foreach (var table in tables)
        {
            Add(PaperSheetStyles.Wrapped, table.Name, table.Caption);
            links.Add(new Hyperlink { Reference = XlsxPlace.Of(0, lines.Count), Location = $"{Quoted(table.Name)}!A1", Display = table.Name });
        }

        Add(PaperSheetStyles.Plain);
        Add(PaperSheetStyles.Head, "Partie", "Ce qu’il faut en retenir");
        Add(PaperSheetStyles.Wrapped, paper.Subject, paper.Lead);
        foreach (var (section, text) in paper.Sections.SelectMany(section => section.Blocks.SelectMany(TextOf).Select(text => (section.Heading, text))))
        {
            Add(PaperSheetStyles.Wrapped, section, text);
        }

        part.Worksheet = new Worksheet(
            SheetPrint.FitsWidth(),
            new Columns(Width(1, LabelWidth), Width(2, TextWidth)),
            new SheetData(lines));
        if (links.Count > 0)
        {
            part.Worksheet.Append(new Hyperlinks(links));
        }

        part.Worksheet.Append(SheetPrint.Margins(), SheetPrint.Page(), SheetPrint.PageNumbers());
        part.Worksheet.Save();
    }

    /// <summary>The name of a sheet as a reference writes it.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> TextOf(PaperBlock block) => block switch
    {
        PaperText text => [text.Text],
        PaperNote note => [note.Text],
        PaperList list => list.Items,
        PaperFigures figures => figures.Figures.Select(f => $"{f.Label}\u00A0: {PaperRemark.After(f.Value, f.Comment)}"),
        PaperReasons reasons => reasons.Reasons.Select(r => $"{r.Term} — {r.Explanation}"),
        PaperChart { Sheet.Takeaway: { } takeaway } => [takeaway],
        _ => [],
    };

    private static Column Width(uint column, double width) => new() { Min = column, Max = column, Width = width, CustomWidth = true };
}
