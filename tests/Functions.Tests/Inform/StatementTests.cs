using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>A member is told its own part of every service in a year.</summary>
[Collection(Hosted.Name)]
public sealed class StatementTests(HostedPeople people)
{
    private const string Bresson = "213800576";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_is_told_the_amounts_of_the_latest_transmitted_version_and_a_director_the_draft()
    {
        var service = await EvaluatedService.PublishAsync(people);
        Assert.Equal("notTransmitted", Source(await OwnAsync(service)));
        await service.TransmitAsync("v1");
        var transmitted = await OwnAsync(service);
        await service.Declared.PushedAsync(GivenService.Body("ADS-03 38057 2025-12 400"));
        await service.BuildAsync();

        var after = await OwnAsync(service);
        var draft = await AskAsync(service, Bresson, $"director:{service.Siren}");

        Assert.Equal(("transmitted", "v1"), (Source(after), after.GetProperty("services")[0].GetProperty("version").GetString()));
        Assert.Equal(Amount(transmitted), Amount(after));
        Assert.Equal("draft", Source(draft));
        Assert.NotEqual(Amount(after), Amount(draft));
        Assert.StartsWith("Projet", draft.GetProperty("services")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        await service.TransmitAsync("v2");
        Assert.Equal(Amount(draft), Amount(await OwnAsync(service)));
    }

    [Fact]
    public async Task What_a_commune_is_told_agrees_with_the_report_and_can_be_found_again_by_hand()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        var report = (await service.AskAsync(HttpMethod.Get, EvaluatedService.Reports + "/v1/report.json", role: "commune")).Body;

        var told = await OwnAsync(service);
        var account = told.GetProperty("services")[0].GetProperty("account");

        var row = report.GetProperty("split").GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("member").GetProperty("siren").GetString() == Bresson);
        Assert.Equal(Value(row, "amount"), Value(account, "amount"));
        Assert.Equal(Value(row, "share"), Value(account, "share"));
        Assert.Equal(Value(told.GetProperty("total"), "amount"), Value(account, "amount"));
        Assert.Equal(Value(account, "amount"), account.GetProperty("natures").EnumerateArray().Sum(n => n.GetProperty("amount").GetDecimal()));
        Assert.Contains("Montant dû", account.GetProperty("explanation")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal([20m, 80m], account.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("weight").GetDecimal()));
        Assert.Equal(3, told.GetProperty("services")[0].GetProperty("units").GetArrayLength());
        Assert.Equal(["units"], told.GetProperty("asked").EnumerateArray().Select(a => a.GetProperty("about").GetString()!).ToArray());
        // Not of this commune: neither names nor amounts of the two others.
        Assert.DoesNotContain("Grenoble", told.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Échirolles", told.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_total_is_the_sum_of_what_is_known_and_names_the_rest()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        await service.Declared.PutAsync(
            $"{service.Declared.Community}/mutualisations/voirie",
            GivenService.MutualisationDocument().Replace("Instruction des autorisations d’urbanisme", "Autre service", StringComparison.Ordinal));

        var told = await OwnAsync(service);

        Assert.Equal(["notTransmitted", "transmitted"], told.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("source").GetString()!));
        Assert.Equal(
            ("[\"Autre service\"]", 1), (told.GetProperty("total").GetProperty("without").GetRawText(), told.GetProperty("total").GetProperty("services").GetInt32()));
        Assert.Equal(Amount(told, 1), Value(told.GetProperty("total"), "amount"));
        Assert.Equal("notApplicable", told.GetProperty("total").GetProperty("called").GetProperty("absence").GetString());
    }

    [Theory]
    [InlineData("?year=2099", 422, "period.future")]
    [InlineData("?year=hier", 404, "year.invalid")]
    [InlineData("?period=2025", 400, "parameter.unknown")]
    [InlineData("?format=pdf", 400, "format.unknown")]
    [InlineData("?format=DOCX", 400, "format.unknown")]
    public async Task What_cannot_be_asked_is_refused(string query, int status, string code)
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var answer = await people.GetAsync($"{service.Community}/members/{Bresson}/statement{query}", $"commune:{service.Siren}/{Bresson}");

        Assert.Equal(status, answer.Status);
        Assert.Contains(code, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_made_before_reports_told_members_their_part_says_so()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        var files = new Azure.Storage.Blobs.BlobServiceClient(people.Running.Storage).GetBlobContainerClient(Store.StorageNames.ReportsContainer);
        var name = $"{service.Siren}/ads/annual/2025/v1/report.json";
        var written = (await files.GetBlobClient(name).DownloadContentAsync(Cancellation)).Value.Content.ToString();
        await files.GetBlobClient(name).UploadAsync(
            BinaryData.FromString(written.Replace("\"accounts\"", "\"earlier\"", StringComparison.Ordinal)), overwrite: true, Cancellation);

        var told = await OwnAsync(service);

        Assert.Equal("notDetailed", Source(told));
        Assert.Equal("notTransmitted", told.GetProperty("total").GetProperty("amount").GetProperty("absence").GetString());
    }

    private Task<JsonElement> OwnAsync(EvaluatedService service) => AskAsync(service, Bresson, $"commune:{service.Siren}/{Bresson}");

    private async Task<JsonElement> AskAsync(EvaluatedService service, string member, string role)
    {
        var (status, body) = await people.GetAsync($"{service.Declared.Community}/members/{member}/statement?year=2025", role);
        Assert.True(status == 200, body);
        return JsonElement.Parse(Encoding.UTF8.GetBytes(body));
    }

    private static string? Source(JsonElement told) => told.GetProperty("services")[0].GetProperty("source").GetString();

    private static decimal Amount(JsonElement told, int service = 0) => Value(told.GetProperty("services")[service].GetProperty("account"), "amount");

    private static decimal Value(JsonElement of, string name) => of.GetProperty(name).GetProperty("value").GetDecimal();
}
