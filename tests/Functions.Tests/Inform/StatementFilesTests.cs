using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>The statement of a member, and those of all, as files.</summary>
[Collection(Hosted.Name)]
public sealed class StatementFilesTests(HostedPeople people)
{
    private const string Bresson = "213800576";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_takes_away_its_own_part_in_each_format_and_nothing_of_the_others()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        var (address, role) = ($"{service.Declared.Community}/members/{Bresson}/statement?year=2025", $"commune:{service.Siren}/{Bresson}");

        var page = await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(await FileAsync(address + "&format=html", role)), Cancellation);
        var csv = Encoding.UTF8.GetString(await FileAsync(address + "&format=csv", role));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await FileAsync(address + "&format=xlsx", role)), isEditable: false);
        using var document = WordprocessingDocument.Open(new MemoryStream(await FileAsync(address + "&format=docx", role)), isEditable: false);
        var texts = new[]
        {
            page.Body!.TextContent,
            csv,
            string.Concat(workbook.WorkbookPart!.WorksheetParts.Select(s => s.Worksheet!.InnerText)),
            document.MainDocumentPart!.Document!.InnerText,
        };

        Assert.Equal("Bresson", page.QuerySelector("h1")!.TextContent);
        Assert.All(texts, text => Assert.Contains("Montants du rapport de 2025, version 1", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("Échirolles", text, StringComparison.Ordinal));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook, Cancellation));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, Cancellation));
    }

    [Fact]
    public async Task What_is_missing_and_what_cannot_exist_are_told_alike_on_the_page_in_the_statement_and_in_the_table()
    {
        var service = await EvaluatedService.PublishAsync(people);
        var document = GivenService.MutualisationDocument();
        foreach (var (id, label, from, to) in new[]
        {
            ("voirie", "Voirie", "acImputation", "acImputation"), ("reseau", "Réseau", "serviceCommun", "reseauThematique"),
        })
        {
            var other = document.Replace("Instruction des autorisations d’urbanisme", label, StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal);
            await service.Declared.PutAsync(
                $"{service.Declared.Community}/mutualisations/{id}",
                id == "voirie" ? other : (other[..other.IndexOf(",\n\"allocation\"", StringComparison.Ordinal)] + "}}").Replace("acImputation", "gratuit", StringComparison.Ordinal));
        }

        var (member, role) = ($"communities/{service.Siren}/members/{Bresson}", $"director:{service.Siren}");
        var page = await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(await FileAsync($"/portal/{member}?year=2025", role)), Cancellation);
        var paper = await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(await FileAsync($"/api/{member}/statement?year=2025&format=html", role)), Cancellation);
        var csv = Encoding.UTF8.GetString(await FileAsync($"/api/{member}/statement?year=2025&format=csv", role)).Split("\r\n").Select(line => line.Split(';')).ToList();

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (label, column) in new[] { ("Quote-part (%)", "Quote-part"), ("Montant 2024", "Montant 2024"), ("Montant 2025", "Montant 2025"), ("Écart", "Écart") })
        {
            foreach (var row in page.QuerySelectorAll("table.stack tbody tr:not(.sum)").Where(r => r.QuerySelector($"[data-l='{label}']") is not null))
            {
                var name = row.QuerySelector("th")!.FirstChild!.TextContent.Trim();
                var read = Plain(row.QuerySelector($"[data-l='{label}']")!.TextContent);
                var table = paper.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.StartsWith("Montant par service", StringComparison.Ordinal));
                var rank = table.QuerySelectorAll("thead th").Select(h => h.TextContent).ToList().IndexOf(column);
                var told = table.QuerySelectorAll("tbody tr").Single(r => r.Children[0].FirstChild!.TextContent.Trim() == name).Children[rank];
                var exported = csv.Single(c => c.Length > 5 && c[1] == "Montant par service" && c[3] == name && c[4] == column)[5];
                Assert.Equal((name, column, read, read), (name, column, Plain(told.TextContent), Plain(exported)));
                seen.Add(read);
            }
        }

        Assert.Contains("n.d.", seen);
        Assert.Contains("–", seen);
        Assert.Contains(seen, s => s.Contains(',', StringComparison.Ordinal));
        Assert.All([page.Body!.TextContent, paper.Body!.TextContent], text => Assert.Contains("devrait être connu et ne l’est pas", text, StringComparison.Ordinal));

        static string Plain(string text) => text.Replace("\u202F", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\u2212", "-", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Trim();
    }

    [Fact]
    public async Task All_members_come_in_one_file_each_as_alone()
    {
        var service = await EvaluatedService.PublishAsync(people);
        var (address, role) = ($"{service.Declared.Community}/statements?year=2025", $"accountant:{service.Siren}");

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await FileAsync(address, role)), isEditable: false);
        using var document = WordprocessingDocument.Open(new MemoryStream(await FileAsync(address + "&format=docx", role)), isEditable: false);
        using var alone = WordprocessingDocument.Open(
            new MemoryStream(await FileAsync($"{service.Declared.Community}/members/{Bresson}/statement?year=2025&format=docx", role)), isEditable: false);

        var first = workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().ElementAt(1);
        var lines = ((WorksheetPart)workbook.WorkbookPart.GetPartById(first.Id!)).Worksheet!;
        Assert.Equal("Membres", first.Name);
        Assert.All(["Bresson", "Échirolles", "Grenoble"], name => Assert.Contains(name, lines.InnerText, StringComparison.Ordinal));
        Assert.Contains(lines.Descendants<CellFormula>(), f => f.Text.StartsWith("SUM(", StringComparison.Ordinal));
        var paragraphs = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains(alone.MainDocumentPart!.Document!.Body!.InnerText, paragraphs, StringComparison.Ordinal);
        Assert.Equal(3, document.MainDocumentPart.Document.Descendants<Word.ParagraphStyleId>().Count(s => s.Val == "Title"));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook, Cancellation));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, Cancellation));
    }

    [Theory]
    [InlineData("?format=json", 400, "format.unknown")]
    [InlineData("?format=csv", 400, "format.unknown")]
    [InlineData("?year=2099", 422, "period.future")]
    public async Task What_cannot_be_asked_of_all_is_refused(string query, int status, string code)
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var answer = await people.GetAsync($"{service.Community}/statements{query}", $"director:{service.Siren}");

        Assert.Equal(status, answer.Status);
        Assert.Contains(code, answer.Body, StringComparison.Ordinal);
    }

    private async Task<byte[]> FileAsync(string address, string role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(role));
        using var answer = await people.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }
}
