using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Drawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Evaluation.Functions.Tests.Report;

/// <content>The Word document and the workbook of a published version.</content>
public sealed partial class PublicationTests
{
    [Fact]
    public async Task The_document_of_a_version_is_valid_and_shows_each_of_its_charts_with_words_for_who_does_not_see_it()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var listed = (await ReportsAsync(service))[0].GetProperty("files").EnumerateArray().Select(f => f.GetString()!).ToList();

        using var document = WordprocessingDocument.Open(await FileAsync(service, "report.docx"), isEditable: false);

        Assert.Empty(Faults(document));
        var pictures = document.MainDocumentPart!.Document!.Descendants<Drawing.DocProperties>().ToList();
        Assert.Equal(listed.Count(f => f.EndsWith(".png", StringComparison.Ordinal)), pictures.Count);
        Assert.All(pictures, picture => Assert.True(picture.Description?.Value?.Length > 20));
        Assert.Contains("report.docx", listed);
    }

    [Fact]
    public async Task The_workbook_of_a_version_is_valid_and_holds_the_amounts_of_its_data()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var owed = (await service.GetAsync($"{service.Address}/reports/annual/2025/v1/report.json")).GetProperty("split").GetProperty("rows").EnumerateArray()
            .Select(row => row.GetProperty("amount").GetProperty("value").GetDecimal());

        using var workbook = SpreadsheetDocument.Open(await FileAsync(service, "report.xlsx"), isEditable: false);

        Assert.Empty(Faults(workbook));
        var sheet = workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == "Répartition");
        var written = ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Cell>()
            .Select(c => decimal.TryParse(c.CellValue?.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null)
            .OfType<decimal>()
            .ToHashSet();
        Assert.All(owed, amount => Assert.Contains(amount, written));
    }

    [Theory]
    [InlineData("report.docx")]
    [InlineData("report.xlsx")]
    public async Task What_is_asked_for_twice_is_the_same_bytes(string file)
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));

        Assert.Equal((await FileAsync(service, file)).ToArray(), (await FileAsync(service, file)).ToArray());
    }

    private async Task<MemoryStream> FileAsync(GivenService service, string file, string version = "annual/2025/v1") =>
        new(await running.Http.GetByteArrayAsync($"{service.Address}/reports/{version}/{file}", Cancellation));

    private static IEnumerable<string> Faults(OpenXmlPackage document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}");
}
