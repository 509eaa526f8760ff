using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>Who reads one service of a community finds, at the addresses of the whole, nothing of the others.</summary>
[Collection(Hosted.Name)]
public sealed class PartialReaderTests(HostedPeople people)
{
    private const string Other = "Entretien des voiries";
    private const string File = "/reports/budgetDebate/2025/latest/report.html";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> OfOneService => ["serviceHead", "key"];

    public static TheoryData<string> OfTheWhole => ["director", "accountant", "wholeKey"];

    [Theory]
    [MemberData(nameof(OfOneService))]
    public async Task A_report_of_the_community_is_not_there_for_who_reads_one_service(string reader)
    {
        var (service, operation) = await PublishedAsync();
        var ask = await AskingAsync(service, reader);
        var portal = $"/portal/communities/{service.Siren}";

        var (status, listed) = await ask($"{service.Community}/reports");
        Assert.Equal((200, 0), (status, JsonElement.Parse(listed).GetProperty("reports").GetArrayLength()));
        var unknown = await ask($"{service.Community}/reports/budgetDebate/2019/latest/report.html");
        foreach (var file in new[] { "report.html", "report.json", "report.csv", "report.docx", "report.xlsx", "base.json" })
        {
            foreach (var version in new[] { "latest", "v1" })
            {
                var there = await ask($"{service.Community}/reports/budgetDebate/2025/{version}/{file}");
                Assert.Equal((404, Code(unknown.Body)), (there.Status, Code(there.Body)));
                Assert.Equal(404, (await ask($"{portal}/reports/budgetDebate/2025/{version}/{file}")).Status);
            }
        }

        var page = await ask(portal);
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("budgetDebate", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Rapports de la communauté", WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
        Assert.Equal(404, (await ask($"/api/operations/{operation}")).Status);
    }

    [Theory]
    [MemberData(nameof(OfTheWhole))]
    public async Task A_report_of_the_community_is_given_to_who_reads_all_of_it(string reader)
    {
        var (service, operation) = await PublishedAsync();
        var ask = await AskingAsync(service, reader);
        var portal = $"/portal/communities/{service.Siren}";

        Assert.Contains("budgetDebate", (await ask($"{service.Community}/reports")).Body, StringComparison.Ordinal);
        Assert.Contains(Other, WebUtility.HtmlDecode((await ask(service.Community + File)).Body), StringComparison.Ordinal);
        Assert.Equal(200, (await ask(portal + File)).Status);
        Assert.Contains("budgetDebate", (await ask(portal)).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await ask($"/api/operations/{operation}")).Status);
    }

    [Theory]
    [MemberData(nameof(OfOneService))]
    public async Task Every_address_of_the_whole_tells_of_the_service_that_is_read_and_of_no_other(string reader)
    {
        var (service, _) = await PublishedAsync();
        var (part, whole) = (await AskingAsync(service, reader), await AskingAsync(service, "director"));
        var portal = $"/portal/communities/{service.Siren}";
        string[] telling =
        [
            $"{service.Community}/mutualisations",
            $"{service.Community}/statements?year=2025&format=docx",
            $"{service.Community}/statements?year=2025&format=xlsx",
            $"{service.Community}/members/213801855/statement?year=2025",
            $"{portal}/members/213801855?year=2025",
            $"{portal}?year=2025",
            $"{portal}/calendar",
        ];
        string[] silent = ["/api/communities", service.Community, $"{service.Community}/fiscal-years", $"{service.Community}/notices", $"{service.Community}/subscriptions", $"{portal}/subscriptions", "/portal/communities"];

        foreach (var address in telling)
        {
            var told = await part(address);
            Assert.True(told.Status == 200, $"{address}: {told.Status} {told.Body}");
            Assert.True(Names(await whole(address)), $"{address} does not tell the director of the other service");
            Assert.False(Names(told), address);
        }

        foreach (var address in silent)
        {
            var told = await part(address);
            Assert.True(told.Status == 200, $"{address}: {told.Status} {told.Body}");
            Assert.False(Names(told), address);
        }
    }

    [Theory]
    [MemberData(nameof(OfOneService))]
    public async Task Who_receives_the_reports_of_another_service_or_of_all_is_not_told_to_who_reads_one(string reader)
    {
        var (service, _) = await PublishedAsync();
        await service.PutAsync(service.Community, GivenService.CommunityDocument.TrimEnd()[..^1] + """
            ,"directorMailbox":"direction@exemple.fr","mutedMailboxes":["muette@exemple.fr"],
            "subscriptions":[{"kind":"monthly","mutualisation":"ads","to":"mailbox","mailbox":"urbanisme@exemple.fr"},
            {"kind":"monthly","mutualisation":"voirie","to":"mailbox","mailbox":"routes@exemple.fr"},
            {"kind":"budgetDebate","to":"mailbox","mailbox":"finances@exemple.fr"}]}
            """);
        var (part, whole) = (await AskingAsync(service, reader), await AskingAsync(service, "director"));

        foreach (var address in new[] { $"{service.Community}/subscriptions", $"/portal/communities/{service.Siren}/subscriptions" })
        {
            Assert.Equal(["urbanisme"], Told((await part(address)).Body));
            Assert.Equal(["urbanisme", "routes", "finances"], Told((await whole(address)).Body));
        }

        var declared = (await part(service.Community)).Body;
        Assert.Contains("Grenoble", declared, StringComparison.Ordinal);
        Assert.DoesNotContain("@exemple.fr", declared, StringComparison.Ordinal);
        Assert.Equal(["urbanisme", "routes", "finances"], Told((await whole(service.Community)).Body));

        static IEnumerable<string> Told(string body) =>
            new[] { "urbanisme", "routes", "finances" }.Where(name => body.Contains($"{name}@exemple.fr", StringComparison.Ordinal));
    }

    private static bool Names((int Status, string Body) answer)
    {
        var text = WebUtility.HtmlDecode(answer.Body);
        return text.Contains(Other, StringComparison.Ordinal) || text.Contains("voirie", StringComparison.Ordinal);
    }

    // Two services with costs, and what the budget debate says of both.
    [Theory]
    [MemberData(nameof(OfOneService))]
    public async Task A_notice_to_an_address_that_is_subscribed_to_all_services_is_not_told_to_who_reads_one(string reader)
    {
        var (service, _) = await PublishedAsync();
        await service.PutAsync(
            service.Community,
            GivenService.CommunityDocument.TrimEnd()[..^1] + ""","subscriptions":[{"kind":"annual","to":"mailbox","mailbox":"comite@exemple.fr"}]}""");
        await BuiltAsync($"{service.Address}/reports", """{"kind":"annual","period":"2025"}""");
        var (part, whole) = (await AskingAsync(service, reader), await AskingAsync(service, "director"));

        foreach (var address in new[] { $"{service.Community}/notices", $"/portal/communities/{service.Siren}/calendar" })
        {
            Assert.DoesNotContain("comite@exemple.fr", (await part(address)).Body, StringComparison.Ordinal);
            Assert.Contains("comite@exemple.fr", (await whole(address)).Body, StringComparison.Ordinal);
        }
    }

    private async Task<(GivenService Service, string Operation)> PublishedAsync()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        await service.FillAsync(2025);
        var other = $"{service.Community}/mutualisations/voirie";
        await service.PutAsync(
            other, GivenService.MutualisationDocument().Replace("Instruction des autorisations d’urbanisme", Other, StringComparison.Ordinal));
        await service.PutAsync($"{other}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":"1000.00"}]}""");
        return (service, await BuiltAsync($"{service.Community}/reports", """{"kind":"budgetDebate","period":"2025"}"""));
    }

    private async Task<string> BuiltAsync(string address, string asked)
    {
        using var answer = await people.Open.PostAsync(address, new StringContent(asked, Encoding.UTF8, "application/json"), Cancellation);
        var operation = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("operationId").GetString()!;
        var built = await people.Running.App.Host.DeliverAsync("BuildReport", operation, dequeueCount: 1, Cancellation);
        Assert.True(built.Succeeded, built.Error);
        return operation;
    }

    private async Task<Func<string, Task<(int Status, string Body)>>> AskingAsync(GivenService service, string reader)
    {
        var key = reader switch
        {
            "key" => """{"label":"Entrepôt","mutualisations":["ads"],"rights":["read"]}""",
            "wholeKey" => """{"label":"Entrepôt","rights":["read"]}""",
            _ => null,
        };
        var (name, value) = key is null
            ? ("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(RightsTable.ClaimOf(reader, service.Siren)))
            : ("X-Api-Key", (await people.NewKeyAsync(service.Siren, key)).Secret);
        return async address =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add(name, value);
            using var answer = await people.Http.SendAsync(request, Cancellation);
            return ((int)answer.StatusCode, await TextAsync(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        };
    }

    // An Office file is the text of its parts.
    private static async Task<string> TextAsync(byte[] body)
    {
        if (body is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(body);
        }

        var text = new StringBuilder();
        await using var parts = new ZipArchive(new MemoryStream(body));
        foreach (var part in parts.Entries)
        {
            using var reader = new StreamReader(await part.OpenAsync(Cancellation));
            text.Append(await reader.ReadToEndAsync(Cancellation));
        }

        return text.ToString();
    }

    private static string? Code(string body) => JsonElement.Parse(body).GetProperty("code").GetString();
}
