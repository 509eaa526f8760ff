using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Kinds;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Office;
using Evaluation.Functions.Report;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Tests.Collect;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Evaluation.Functions.Tests.Report;

/// <summary>What a report of any kind says in figures, from its data to each format that a reader may take it in.</summary>
public sealed class FiguresInEveryFormatTests(OwnApp own) : IClassFixture<OwnApp>
{
    private readonly RunningApp _running = own.Running;

    private const int FirstLine = 5;

    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = "," };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PublishedKinds.All), MemberType = typeof(PublishedKinds))]
    public async Task A_report_of_each_kind_says_the_same_figures_in_every_format(string kind, string period)
    {
        var (_, key) = await PublishedKinds.FilledAsync(_running.Http, kind, period);
        using var bench = new PublicationBench(_running.Storage, IntakeBench.Sound);
        await bench.PublishAsync(key, Cancellation);
        var version = Assert.Single(await bench.Reports.VersionsAsync(key, Cancellation));
        Task<byte[]> FileAsync(string name) => _running.Http.GetByteArrayAsync($"{ReportsApi.AddressOf(version)}/{name}", Cancellation);

        var paper = PaperJson.Read(BinaryData.FromBytes(await FileAsync(key.Kind == ReportKind.Annual ? OfficeFiles.Model : OfficeFiles.Data)));

        Assert.Contains(FiguresOf(paper), figure => figure.Cell.Number is not null and not 0);
        DocumentSays(paper, await FileAsync(OfficeFiles.Document));
        WorkbookSays(paper, await FileAsync(OfficeFiles.Workbook));
        PageSays(paper, await FileAsync("report.html"), isWhole: key.Kind != ReportKind.Annual);
        TableOfFiguresSays(paper, await FileAsync("report.csv"), ofEachCell: key.Kind != ReportKind.Annual);
    }

    [Fact]
    public async Task What_an_accountant_works_from_says_the_same_figures_in_every_format()
    {
        var (service, _) = await PublishedKinds.FilledAsync(_running.Http, "annual", "2025");
        Task<byte[]> FileAsync(string format) => _running.Http.GetByteArrayAsync($"{service.Community}/charges?year=2025&format={format}", Cancellation);

        var paper = PaperJson.Read(BinaryData.FromBytes(await FileAsync("json")));

        Assert.Contains(FiguresOf(paper), figure => figure.Cell.Number is not null and not 0);
        DocumentSays(paper, await FileAsync("docx"));
        WorkbookSays(paper, await FileAsync("xlsx"));
        PageSays(paper, await FileAsync("html"), isWhole: true);
    }

    private sealed record Figure(PaperTable Table, PaperCell Cell, int Column, int Line)
    {
        public string Text => Table.Text(Cell, Column);
    }

    private static IEnumerable<Figure> FiguresOf(Paper paper) =>
        from table in paper.Tables()
        from row in table.Rows.Concat(table.Total is { } total ? [total] : []).Index()
        from cell in row.Item.Cells.Index()
        where cell.Item.IsFigure
        select new Figure(table, cell.Item, cell.Index, FirstLine + row.Index);

    // Cell by cell: head, headings of groups, rows, total.
    private static void DocumentSays(Paper paper, byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var written = document.MainDocumentPart!.Document!.Descendants<Word.Table>()
            .Select(table => table.Elements<Word.TableRow>().Select(row => string.Join('|', row.Elements<Word.TableCell>().Select(cell => cell.InnerText)))).ToList();
        var tables = paper.Tables().ToList();
        Assert.Equal(tables.Count, written.Count);
        Assert.All(tables.Zip(written), pair => Assert.Equal(LinesOf(pair.First), pair.Second));
    }

    private static IEnumerable<string> LinesOf(PaperTable table)
    {
        string Line(PaperRow row) => string.Join('|', row.Cells.Select((cell, column) => PaperRemark.After(table.Text(cell, column), cell.Note)));
        return
        [
            string.Join('|', table.Columns.Select(column => column.Heading)),
            .. table.Rows.SelectMany(row => row.Group is { } group ? [group, Line(row)] : new[] { Line(row) }),
            .. table.ReadTotal is { } total ? [Line(total)] : Array.Empty<string>(),
        ];
    }

    private static void WorkbookSays(Paper paper, byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var sheets = document.WorkbookPart!.Workbook!.Descendants<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!,
            sheet => ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c => c.CellValue?.Text));
        Assert.All(FiguresOf(paper), figure =>
        {
            var value = decimal.Parse(sheets[figure.Table.Name][XlsxPlace.Of(figure.Column, figure.Line)]!, NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.Equal(figure.Cell.Number ?? figure.Cell.Day!.Value.DayNumber - new DateOnly(1899, 12, 30).DayNumber, value);
        });
    }

    // The page of an annual evaluation leaves some tables and columns to the document and the workbook; what it has is compared.
    private static void PageSays(Paper paper, byte[] file, bool isWhole)
    {
        var tables = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file)).QuerySelectorAll("table")
            .ToLookup(table => table.QuerySelector("caption")?.ChildNodes.OfType<IText>().FirstOrDefault()?.Data.Trim());
        IEnumerable<IElement> WhereOf(Figure figure) => tables[figure.Table.Caption].Where(table =>
            table.QuerySelectorAll("thead th").Any(head => head.TextContent.Trim() == figure.Table.Columns[figure.Column].Heading));
        var read = FiguresOf(paper).Where(figure => figure.Cell != figure.Table.Total?.Cells[figure.Column] || figure.Table.ReadTotal is not null)
            .Where(figure => isWhole || WhereOf(figure).Any()).ToList();
        Assert.InRange(read.Select(figure => figure.Table.Name).Distinct().Count(), isWhole ? 1 : 6, int.MaxValue);
        Assert.All(read, figure => Assert.Contains(WhereOf(figure), table => Readings(figure).Any(text => table.TextContent.Contains(text, StringComparison.Ordinal))));
    }

    // The page tells a target as it was declared, « ≥ 95 »; beside figures of one decimal it is told with one.
    private static IEnumerable<string> Readings(Figure figure) =>
        figure.Table.Columns[figure.Column].Heading == "Cible" && figure.Cell.Number is { } target ? [figure.Text, target.ToString(Comma)] : [figure.Text];

    // The table of an annual evaluation holds values rather than tables: what is owed is compared.
    private static void TableOfFiguresSays(Paper paper, byte[] file, bool ofEachCell)
    {
        var lines = Encoding.UTF8.GetString(file);
        var told = FiguresOf(paper).Where(figure => figure.Cell.Number is not null && figure.Column > 0)
            .Where(figure => ofEachCell || (figure.Table.Name == "Répartition" && figure.Table.Columns[figure.Column].Heading == "Montant 2025")).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, figure =>
        {
            // All the decimals that are read, and more where it is known more exactly.
            var (value, format) = (figure.Cell.Number!.Value, figure.Cell.Format ?? figure.Table.Columns[figure.Column].Format);
            var number = ofEachCell ? value.ToString($"F{Math.Max(format.Decimals, value.Scale)}", Comma) : value.ToString(Comma);
            Assert.Contains(ofEachCell ? $"{figure.Table.Columns[figure.Column].Heading};{number};" : $";{number};", lines, StringComparison.Ordinal);
        });
    }
}
