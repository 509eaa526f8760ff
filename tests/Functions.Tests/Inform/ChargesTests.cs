using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>What titres, mandats and imputations are written from, as files.</summary>
[Collection(Hosted.Name)]
public sealed class ChargesTests(HostedPeople people)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_payer_is_a_line_of_the_table_that_accountants_take_over()
    {
        var service = await GivenAsync();
        var lines = (await TextAsync(service, "format=csv")).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal("Payeur;SIREN;Créancier;Titres;Mandats;Imputé sur l’AC;Net", lines[0]);
        Assert.StartsWith("Bresson;213800576;Grenoble;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Échirolles;213801517;Grenoble;", lines[2], StringComparison.Ordinal);
        Assert.Contains(";130000,00;", lines[2], StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(lines[3..]));
        Assert.All(lines[1..3], line => Assert.Matches("^[^;]+;[0-9]{9};[^;]+(;-?[0-9]+,[0-9]{2}){4}$", line));
    }

    [Fact]
    public async Task Every_format_tells_the_same_amounts()
    {
        var service = await GivenAsync();

        var page = await new HtmlParser().ParseDocumentAsync(await TextAsync(service, "format=html"), Cancellation);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await FileAsync(service, "format=xlsx")), isEditable: false);
        using var document = WordprocessingDocument.Open(new MemoryStream(await FileAsync(service, "format=docx")), isEditable: false);
        var data = await TextAsync(service, "format=json");
        var calls = await TextAsync(service, "format=csv&table=lines");

        Assert.All(
            [page.Body!.TextContent, document.MainDocumentPart!.Document!.InnerText],
            text => Assert.Contains("130\u202F000,00", text, StringComparison.Ordinal));
        Assert.Empty(await TextAsync(service, "format=csv&table=crossed"));
        Assert.Contains("imputation sur l’AC", calls, StringComparison.Ordinal);
        Assert.Contains("130000.00", data, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook, Cancellation));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, Cancellation));
    }

    [Theory]
    [InlineData("format=pdf", 400, "format.unknown")]
    [InlineData("format=xlsx&table=lines", 400, "table.unknown")]
    [InlineData("format=csv&table=tout", 400, "table.unknown")]
    [InlineData("year=25", 404, "year.invalid")]
    [InlineData("year=2099", 422, "period.future")]
    public async Task What_is_asked_wrongly_is_told(string query, int expected, string code)
    {
        var service = await GivenAsync();
        var (status, body) = await people.AskAsync(
            HttpMethod.Get, $"{service.Declared.Community}/charges?{query}", null, null, $"accountant:{service.Siren}");

        Assert.Equal(expected, status);
        Assert.Contains($"\"code\":\"{code}\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_another_service_finds_no_amount_of_this_one_and_a_commune_is_refused()
    {
        var service = await GivenAsync();

        var (other, text) = await people.AskAsync(
            HttpMethod.Get, $"{service.Declared.Community}/charges?year=2025", null, null, $"serviceHead:{service.Siren}/autre");
        var (commune, _) = await people.AskAsync(
            HttpMethod.Get, $"{service.Declared.Community}/charges?year=2025", null, null, $"commune:{service.Siren}/213800576");

        Assert.Equal(200, other);
        Assert.Contains("Aucun montant", text, StringComparison.Ordinal);
        Assert.DoesNotContain("130000", text, StringComparison.Ordinal);
        Assert.Equal(403, commune);
    }

    private async Task<EvaluatedService> GivenAsync()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.Declared.PutAsync(
            $"{service.Address}/costs/2025",
            """{"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"}],"calls":[{"member":"38151","amount":"130000.00","calledOn":"2025-06-30"}]}""");
        return service;
    }

    private async Task<string> TextAsync(EvaluatedService service, string query) => Encoding.UTF8.GetString(await FileAsync(service, query));

    private async Task<byte[]> FileAsync(EvaluatedService service, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Declared.Community}/charges?year=2025&{query}");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", service.PrincipalOf("accountant"));
        using var answer = await people.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }
}
