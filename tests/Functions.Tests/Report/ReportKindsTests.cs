using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Evaluation.Functions.Tests.Report;

/// <summary>Every kind of report but the annual one, from a request to its files.</summary>
public sealed class ReportKindsTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Kinds => new()
    {
        { "monthly", "2025-03" },
        { "quarterly", "2025-Q1" },
        { "annualStatement", "2025" },
        { "multiYear", "2025" },
        { "budgetDebate", "2025" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_report_of_each_kind_is_published_with_its_files_and_asking_twice_publishes_once(string kind, string period)
    {
        var service = await FilledAsync();
        var reports = ReportsOf(service, kind);

        Assert.Equal("Version 1 publiée.", await PublishAsync(service, kind, period));
        Assert.Equal("Rien n’a changé depuis la version 1.", await PublishAsync(service, kind, period));

        var listed = Assert.Single((await service.GetAsync(reports)).GetProperty("reports").EnumerateArray());
        Assert.Equal(($"{reports}/{kind}/{period}/v1", kind, "v1"), (Text(listed, "address"), Text(listed, "kind"), Text(listed, "version")));
        var files = listed.GetProperty("files").EnumerateArray().Select(f => f.GetString()!).ToList();
        Assert.Subset(files.ToHashSet(), new HashSet<string>(["report.html", "report.json", "report.csv", "report.docx", "report.xlsx"]));
        Assert.DoesNotContain("paper.json", files);
        foreach (var file in files)
        {
            var first = await running.Http.GetByteArrayAsync($"{listed.GetProperty("address")}/{file}", Cancellation);
            Assert.True(first.Length > 100, file);
            Assert.Equal(first, await running.Http.GetByteArrayAsync($"{reports}/{kind}/{period}/latest/{file}", Cancellation));
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(await FileAsync("report.docx")), isEditable: false);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await FileAsync("report.xlsx")), isEditable: false);
        Assert.Empty(Faults(document));
        Assert.Empty(Faults(workbook));

        Task<byte[]> FileAsync(string file) => running.Http.GetByteArrayAsync($"{reports}/{kind}/{period}/v1/{file}", Cancellation);
    }

    [Fact]
    public async Task The_letters_of_a_yearly_statement_are_one_document_once_a_unit_cost_is_forecast()
    {
        var service = await FilledAsync();
        var reports = $"{service.Address}/reports/annualStatement/2025";
        await PublishAsync(service, "annualStatement", "2025");
        using var none = await running.Http.GetAsync($"{reports}/v1/letters.docx", Cancellation);
        await service.PutAsync(service.Address, GivenService.MutualisationDocument().Replace(
            "\"allocation\"", "\"forecastUnits\":[{\"member\":\"38151\",\"units\":350},{\"member\":\"38057\",\"units\":100.5}],\"allocation\"", StringComparison.Ordinal));
        await service.PutAsync($"{service.Address}/costs/2026", """{"lines":[{"category":"personnel","stage":"forecast","amount":"450500.00"}]}""");

        Assert.Equal("Version 2 publiée.", await PublishAsync(service, "annualStatement", "2025"));
        Assert.Equal("Rien n’a changé depuis la version 2.", await PublishAsync(service, "annualStatement", "2025"));

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var letters = WordprocessingDocument.Open(new MemoryStream(await running.Http.GetByteArrayAsync($"{reports}/v2/letters.docx", Cancellation)), isEditable: false);
        Assert.Empty(Faults(letters));
        Assert.Equal(
            ["Bresson", "Échirolles"],
            letters.MainDocumentPart!.Document!.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Title").Select(p => p.InnerText));
        Assert.Contains("1\u202F000,0000\u00A0€", letters.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
        var page = await running.Http.GetStringAsync($"/portal/communities/{service.Siren}/mutualisations/ads?year=2025", Cancellation);
        Assert.Contains($"href=\"/portal/communities/{service.Siren}/mutualisations/ads/reports/annualStatement/2025/v2/letters.docx\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monthly", "2025-12", false)]
    [InlineData("quarterly", "2025-Q4", false)]
    [InlineData("annualStatement", "2025", false)]
    [InlineData("multiYear", "2025", true)]
    [InlineData("budgetDebate", "2025", true)]
    public async Task What_changes_a_report_makes_the_next_version_and_the_one_before_stays(string kind, string period, bool isOfCosts)
    {
        var service = await FilledAsync();
        await PublishAsync(service, kind, period);
        var before = await PageAsync(service, kind, period);

        if (isOfCosts)
        {
            await service.PutAsync($"{service.Address}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":"500000.10"},{"category":"personnel","stage":"forecast","amount":"420000.00"}]}""");
        }
        else
        {
            await service.PushedAsync(GivenService.Body($"ADS-01 {GivenService.Grenoble} 2025-12 99", $"ADS-03 {GivenService.Grenoble} 2025-12 99"));
        }

        Assert.Equal("Version 2 publiée.", await PublishAsync(service, kind, period));
        Assert.Equal(before, await PageAsync(service, kind, period));
    }

    [Theory]
    [InlineData(false, """{"kind":"hebdomadaire","period":"2025"}""", "report.kind")]
    [InlineData(true, """{"kind":"hebdomadaire","period":"2025"}""", "report.kind")]
    [InlineData(true, """{"period":"2025"}""", "report.kind")]
    [InlineData(false, """{"kind":"budgetDebate","period":"2025"}""", "report.scope")]
    [InlineData(true, """{"kind":"monthly","period":"2025-03"}""", "report.scope")]
    [InlineData(false, """{"kind":"monthly","period":"2025"}""", "report.period")]
    [InlineData(false, """{"kind":"quarterly","period":"2025-03"}""", "report.period")]
    [InlineData(false, """{"kind":"multiYear"}""", "report.period")]
    [InlineData(true, """{"kind":"budgetDebate","period":"2025-Q1"}""", "report.period")]
    [InlineData(false, """{"kind":"monthly","period":"2099-03"}""", "period.future")]
    [InlineData(true, """{"kind":"budgetDebate","period":"2099"}""", "period.future")]
    [InlineData(false, """{"kind":"monthly","period":"2017-03"}""", "mutualisation.notInForce")]
    [InlineData(false, """{"kind":"annualStatement","period":"2017"}""", "mutualisation.notInForce")]
    [InlineData(false, """{"kind":"multiYear","period":"2025"}""", "report.fewYears")]
    [InlineData(true, """{"kind":"budgetDebate","period":"2017"}""", "report.noService")]
    [InlineData(true, """{"kind":"budgetDebate","period":"2025"}""", "report.noService")]
    [InlineData(false, """{"kind":"memberStatement","period":"2025"}""", "report.scope")]
    [InlineData(true, """{"kind":"memberStatement","period":"2025-03"}""", "report.period")]
    [InlineData(true, """{"kind":"memberStatement","period":"hier"}""", "report.period")]
    [InlineData(true, """{"kind":"memberStatement","period":"2099"}""", "period.future")]
    [InlineData(true, """{"kind":"memberStatement","period":"2025"}""", "report.nothingTransmitted")]
    public async Task A_report_that_cannot_be_is_refused(bool ofCommunity, string request, string code)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await PostAsync($"{(ofCommunity ? service.Community : service.Address)}/reports", request);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_service_that_shares_no_cost_has_no_yearly_statement()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var shared = GivenService.MutualisationDocument();
        var unshared = shared[..shared.IndexOf(",\n\"allocation\"", StringComparison.Ordinal)] + "}}";
        var address = $"{service.Community}/mutualisations/reseau";
        await service.PutAsync(address, unshared.Replace("serviceCommun", "reseauThematique", StringComparison.Ordinal).Replace("acImputation", "gratuit", StringComparison.Ordinal));

        using var answer = await PostAsync($"{address}/reports", """{"kind":"annualStatement","period":"2025"}""");

        Assert.Equal("report.noShare", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Only_an_annual_evaluation_is_validated_and_transmitted()
    {
        var service = await FilledAsync();
        await PublishAsync(service, "monthly", "2025-03");

        foreach (var act in new[] { "validation", "transmission" })
        {
            using var answer = await PostAsync(
                $"{service.Address}/reports/monthly/2025-03/v1/{act}", act == "validation" ? """{"function":"directrice"}""" : "{}");
            Assert.Equal("report.notDecided", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("/mutualisations/ads/reports/budgetDebate/2025/latest/report.html")]
    [InlineData("/mutualisations/ads/reports/weekly/2025/latest/report.html")]
    [InlineData("/mutualisations/_/reports/budgetDebate/2025/latest/report.html")]
    [InlineData("/reports/annual/2025/latest/report.html")]
    [InlineData("/mutualisations/_/reports/memberStatement/2025/latest/report.html")]
    [InlineData("/mutualisations/_213801855/reports/memberStatement/2025/latest/report.html")]
    [InlineData("/reports/memberStatement/2025/latest/report.html")]
    [InlineData("/reports/memberStatement/2025-03")]
    [InlineData("/members/38185/reports/memberStatement/2025/latest/report.html")]
    [InlineData("/members/38185/reports/budgetDebate/2025/latest/report.html")]
    [InlineData("/members/38999/reports")]
    [InlineData("/reports/budgetDebate/2025/v2/report.html")]
    [InlineData("/reports/budgetDebate/2025/v1/nope.html")]
    public async Task A_file_that_is_not_there_is_a_404(string path)
    {
        var service = await FilledAsync();
        await PublishAsync(service, "budgetDebate", "2025");

        using var answer = await running.Http.GetAsync(service.Community + path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_pages_of_a_service_and_of_its_community_list_their_reports_with_every_file()
    {
        var service = await FilledAsync();
        await PublishAsync(service, "monthly", "2025-03");
        await PublishAsync(service, "budgetDebate", "2025");
        var portal = $"/portal/communities/{service.Siren}";

        var ofService = WebUtility.HtmlDecode(await running.Http.GetStringAsync($"{portal}/mutualisations/ads?year=2025", Cancellation));
        var ofCommunity = WebUtility.HtmlDecode(await running.Http.GetStringAsync($"{portal}?year=2025", Cancellation));

        Assert.Contains("Tableau de bord mensuel, mars 2025", ofService, StringComparison.Ordinal);
        Assert.Contains("Communication pour le débat d’orientation budgétaire, bilan de 2025", ofCommunity, StringComparison.Ordinal);
        foreach (var (page, address) in new[]
        {
            (ofService, $"{portal}/mutualisations/ads/reports/monthly/2025-03/v1"), (ofCommunity, $"{portal}/reports/budgetDebate/2025/v1"),
        })
        {
            foreach (var file in new[] { "report.html", "report.docx", "report.xlsx", "report.csv", "report.json" })
            {
                Assert.Contains($"href=\"{address}/{file}\"", page, StringComparison.Ordinal);
                Assert.True((await running.Http.GetByteArrayAsync($"{address}/{file}", Cancellation)).Length > 100);
            }
        }
    }

    private async Task<GivenService> FilledAsync()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        foreach (var year in new[] { 2023, 2024, 2025 })
        {
            await service.FillAsync(year);
        }

        return service;
    }

    private static string ReportsOf(GivenService service, string kind) => (kind == "budgetDebate" ? service.Community : service.Address) + "/reports";

    private Task<string> PageAsync(GivenService service, string kind, string period) =>
        running.Http.GetStringAsync($"{ReportsOf(service, kind)}/{kind}/{period}/v1/report.html", Cancellation);

    private async Task<string?> PublishAsync(GivenService service, string kind, string period)
    {
        using var answer = await PostAsync(ReportsOf(service, kind), $$"""{"kind":"{{kind}}","period":"{{period}}"}""");
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, started.ToString());
        var operation = Text(started, "operationId");
        foreach (var delivery in new[] { 1, 2 })
        {
            var built = await running.App.Host.DeliverAsync("BuildReport", operation, delivery, Cancellation);
            Assert.True(built.Succeeded, built.Error);
        }

        return Text(await service.GetAsync($"/api/operations/{operation}"), "outcome");
    }

    private Task<HttpResponseMessage> PostAsync(string address, string json) =>
        running.Http.PostAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static IEnumerable<string> Faults(OpenXmlPackage document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}");
}
