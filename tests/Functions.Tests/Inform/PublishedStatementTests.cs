using System.Net;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>The statements of the members of a community, asked for together, published one a member, read by whom they concern.</summary>
[Collection(Hosted.Name)]
public sealed class PublishedStatementTests(HostedPeople people)
{
    private const string Bresson = "213800576";
    private const string Echirolles = "213801517";

    private static readonly string[] Files = ["report.html", "report.json", "report.csv", "report.docx", "report.xlsx"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_member_has_its_own_in_five_formats_and_asking_twice_publishes_once()
    {
        var service = await TransmittedAsync();

        Assert.Equal("3\u00A0fiches publiées.", await PublishAsync(service));
        Assert.Equal("Rien n’a changé\u00A0: 3\u00A0fiches restent telles quelles.", await PublishAsync(service));

        var listed = Assert.Single(await ListedAsync($"{service.Declared.Community}/members/38057/reports", Commune(service, Bresson)));
        var address = $"{service.Declared.Community}/members/{Bresson}/reports/memberStatement/2025/v1";
        Assert.Equal(
            ("memberStatement", "2025", "v1", "transmitted", address),
            (Text(listed, "kind"), Text(listed, "period"), Text(listed, "version"), Text(listed, "state"), Text(listed, "address")));
        Assert.Equal(Files.Order(), listed.GetProperty("files").EnumerateArray().Select(f => f.GetString()!).Order());
        foreach (var file in Files)
        {
            var first = await people.Open.GetByteArrayAsync($"{address}/{file}", Cancellation);
            Assert.True(first.Length > 100, file);
            Assert.Equal(first, await people.Open.GetByteArrayAsync($"{service.Declared.Community}/members/38057/reports/memberStatement/2025/latest/{file}", Cancellation));
            Assert.Equal(first, await people.Open.GetByteArrayAsync($"/portal{address["/api".Length..]}/{file}", Cancellation));
        }

        var page = WebUtility.HtmlDecode(await people.Open.GetStringAsync($"{address}/report.html", Cancellation));
        Assert.Contains("Version\u00A01 établie le ", page, StringComparison.Ordinal);
        Assert.Contains("Bresson doit ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Projet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Échirolles", page, StringComparison.Ordinal);
        var portal = WebUtility.HtmlDecode((await people.GetAsync($"/portal/communities/{service.Siren}/members/{Bresson}?year=2025", Commune(service, Bresson))).Body);
        Assert.All(Files, file => Assert.Contains($"href=\"/portal{address["/api".Length..]}/{file}\"", portal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_three_who_ask_at_once_each_statement_is_told_as_published_by_one()
    {
        var service = await TransmittedAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PublishAsync(service)));

        Assert.Equal(3, outcomes.Sum(o => o.Contains("publiée", StringComparison.Ordinal) ? int.Parse(o[..1], System.Globalization.CultureInfo.InvariantCulture) : 0));
    }

    [Fact]
    public async Task It_says_what_the_member_is_told_when_it_asks_and_no_draft()
    {
        var service = await TransmittedAsync();
        await PublishAsync(service);
        await service.Declared.PushedAsync(GivenService.Body("ADS-03 38057 2025-12 400"));
        await service.BuildAsync();

        Assert.Equal("Rien n’a changé\u00A0: 3\u00A0fiches restent telles quelles.", await PublishAsync(service));

        var asked = await people.GetAsync($"{service.Declared.Community}/members/{Bresson}/statement?year=2025&format=csv", Commune(service, Bresson));
        var published = await people.GetAsync($"{service.Declared.Community}/members/{Bresson}/reports/memberStatement/2025/latest/report.csv", Commune(service, Bresson));
        Assert.Equal((200, asked.Body), published);
    }

    [Fact]
    public async Task What_is_transmitted_since_makes_the_next_version_and_the_one_before_stays()
    {
        var service = await TransmittedAsync();
        await PublishAsync(service);
        var reports = $"{service.Declared.Community}/members/{Bresson}/reports";
        var before = await people.Open.GetByteArrayAsync($"{reports}/memberStatement/2025/v1/report.html", Cancellation);
        await service.Declared.PushedAsync(GivenService.Body("ADS-03 38057 2025-12 400"));
        await service.BuildAsync();
        await service.TransmitAsync("v2");

        Assert.Equal("3\u00A0fiches publiées.", await PublishAsync(service));

        Assert.Equal(before, await people.Open.GetByteArrayAsync($"{reports}/memberStatement/2025/v1/report.html", Cancellation));
        Assert.NotEqual(before, await people.Open.GetByteArrayAsync($"{reports}/memberStatement/2025/latest/report.html", Cancellation));
        Assert.Equal(
            ["v1 replaced", "v2 transmitted"],
            (await ListedAsync(reports, Commune(service, Bresson))).Select(r => $"{Text(r, "version")} {Text(r, "state")}"));
    }

    [Fact]
    public async Task A_commune_finds_its_own_only_finance_finds_all_and_who_reads_a_part_of_the_services_none()
    {
        var service = await TransmittedAsync();
        await PublishAsync(service);
        var (reports, year) = ($"{service.Declared.Community}/members/{{0}}/reports", $"{service.Declared.Community}/reports/memberStatement/2025");
        string Of(string member, string below = "") => reports.Replace("{0}", member, StringComparison.Ordinal) + below;
        const string Page = "/memberStatement/2025/latest/report.html";

        Assert.Equal(200, (await people.GetAsync(Of(Bresson, Page), Commune(service, Bresson))).Status);
        foreach (var below in new[] { "", Page, "/memberStatement/2025/v1/report.docx" })
        {
            var other = await people.GetAsync(Of(Echirolles, below), Commune(service, Bresson));
            Assert.True(other.Status == 404 && other.Body.Contains("member.other", StringComparison.Ordinal), other.Body);
        }

        Assert.Equal(403, (await people.GetAsync(year, Commune(service, Bresson))).Status);
        foreach (var role in new[] { $"accountant:{service.Siren}", $"director:{service.Siren}" })
        {
            Assert.Equal(3, (await ListedAsync(year, role)).Count);
            Assert.Equal(200, (await people.GetAsync(Of(Bresson, Page), role)).Status);
            Assert.Equal(200, (await people.GetAsync(Of(Echirolles, Page), role)).Status);
        }

        Assert.Empty(await ListedAsync($"{service.Declared.Community}/reports/memberStatement/2024", $"accountant:{service.Siren}"));
        var part = $"serviceHead:{service.Siren}/ads";
        Assert.Empty(await ListedAsync(year, part));
        Assert.Empty(await ListedAsync(Of(Bresson), part));
        Assert.Equal(404, (await people.GetAsync(Of(Bresson, Page), part)).Status);
        Assert.DoesNotContain("memberStatement", (await people.GetAsync($"{service.Declared.Community}/reports", $"director:{service.Siren}")).Body, StringComparison.Ordinal);
    }

    private async Task<EvaluatedService> TransmittedAsync()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        return service;
    }

    private static string Commune(EvaluatedService service, string member) => $"commune:{service.Siren}/{member}";

    private async Task<IReadOnlyList<JsonElement>> ListedAsync(string address, string role)
    {
        var (status, body) = await people.GetAsync(address, role);
        Assert.True(status == 200, body);
        return [.. JsonElement.Parse(Encoding.UTF8.GetBytes(body)).GetProperty("reports").EnumerateArray()];
    }

    // A message that comes twice does nothing the second time.
    private async Task<string> PublishAsync(EvaluatedService service)
    {
        using var answer = await people.Open.PostAsync(
            $"{service.Declared.Community}/reports",
            new StringContent("""{"kind":"memberStatement","period":"2025"}""", Encoding.UTF8, "application/json"),
            Cancellation);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, started.ToString());
        foreach (var delivery in new[] { 1, 2 })
        {
            var built = await people.Running.App.Host.DeliverAsync("BuildReport", Text(started, "operationId"), delivery, Cancellation);
            Assert.True(built.Succeeded, built.Error);
        }

        var done = await service.Declared.GetAsync(Text(started, "address"));
        Assert.Equal($"{service.Declared.Community}/reports/memberStatement/2025", Text(done, "result"));
        return Text(done, "outcome");
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
