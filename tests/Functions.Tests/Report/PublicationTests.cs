using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Report;

/// <summary>From a request to a published report, the tests playing the Functions host.</summary>
public sealed partial class PublicationTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_asked_for_followed_and_published_with_all_its_files()
    {
        var service = await FilledAsync();

        var operation = await AskAsync(service);
        await BuildAsync(operation);

        var state = await service.GetAsync($"/api/operations/{operation}");
        Assert.Equal("succeeded", state.GetProperty("state").GetString());
        Assert.Equal($"{service.Address}/reports/annual/2025/v1", state.GetProperty("result").GetString());
        var report = Assert.Single((await ReportsAsync(service)).EnumerateArray());
        Assert.Equal("v1", report.GetProperty("version").GetString());
        foreach (var file in report.GetProperty("files").EnumerateArray())
        {
            using var answer = await running.Http.GetAsync($"{report.GetProperty("address")}/{file}", Cancellation);
            Assert.True(answer.IsSuccessStatusCode, file.GetString());
            Assert.True(answer.Content.Headers.ContentLength > 100 || (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length > 100);
        }
    }

    [Fact]
    public async Task The_same_message_twice_and_the_same_figures_twice_publish_once()
    {
        var service = await FilledAsync();
        var operation = await AskAsync(service);

        await BuildAsync(operation);
        await BuildAsync(operation);
        var again = await AskAsync(service);
        await BuildAsync(again);

        Assert.NotEqual(operation, again);
        Assert.Single((await ReportsAsync(service)).EnumerateArray());
        var state = await service.GetAsync($"/api/operations/{again}");
        Assert.Equal("Rien n’a changé depuis la version 1.", state.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Two_workers_of_the_same_message_publish_once()
    {
        var service = await FilledAsync();
        var operation = await AskAsync(service);

        await Task.WhenAll(BuildAsync(operation), BuildAsync(operation), BuildAsync(operation));

        Assert.Single((await ReportsAsync(service)).EnumerateArray());
    }

    [Fact]
    public async Task A_late_value_makes_a_new_version_and_the_old_one_stays()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var before = await running.Http.GetByteArrayAsync($"{service.Address}/reports/annual/2025/v1/report.html", Cancellation);

        await service.PushedAsync(GivenService.Body($"ADS-02 {GivenService.Grenoble} 2025-12 99"));
        await BuildAsync(await AskAsync(service));

        Assert.Equal(["v1", "v2"], (await ReportsAsync(service)).EnumerateArray().Select(r => r.GetProperty("version").GetString()!));
        Assert.Equal(before, await running.Http.GetByteArrayAsync($"{service.Address}/reports/annual/2025/v1/report.html", Cancellation));
        var latest = await running.Http.GetByteArrayAsync($"{service.Address}/reports/annual/2025/latest/report.html", Cancellation);
        Assert.NotEqual(before, latest);
    }

    [Fact]
    public async Task A_version_that_a_crash_left_half_written_is_finished_not_doubled()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var tables = new Store.Tables.TableService(running.Storage);
        var reports = new ReportStore(
            tables.Table(StorageNames.ReportsTable),
            new BlobContainerClient(running.Storage, StorageNames.ReportsContainer));
        var key = new ReportKey(Core.Communities.Siren.Parse(service.Siren), "ads", Core.Kinds.ReportKind.Annual, "2025");
        var published = Assert.Single(await reports.VersionsAsync(key, Cancellation));
        await tables.Table(StorageNames.ReportsTable).DeleteEntityAsync(
            service.Siren, Store.Tables.TableKey.Join("ads", "annual", "2025", "v0001"), Azure.ETag.All, Cancellation);

        // As it was between the reservation and the publication, the day before.
        Assert.True(await reports.TryReserveAsync(
            published with { Files = [], GeneratedOn = published.GeneratedOn.AddDays(-1) }, Cancellation));
        Assert.Empty((await ReportsAsync(service)).EnumerateArray());
        await BuildAsync(await AskAsync(service));

        var finished = Assert.Single(await reports.VersionsAsync(key, Cancellation));
        Assert.Equal(1, finished.Version);
        Assert.Equal(published.GeneratedOn.AddDays(-1), finished.GeneratedOn);
    }

    [Fact]
    public async Task An_older_version_that_a_crash_left_reserved_never_becomes_the_latest()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        await service.PushedAsync(GivenService.Body($"ADS-02 {GivenService.Grenoble} 2025-12 99"));
        await BuildAsync(await AskAsync(service));
        var reports = Reports();
        var key = new ReportKey(Core.Communities.Siren.Parse(service.Siren), "ads", Core.Kinds.ReportKind.Annual, "2025");
        var second = (await reports.VersionsAsync(key, Cancellation))[1];
        await reports.RemoveAsync(second, Cancellation);
        Assert.True(await reports.TryReserveAsync(second with { Files = [] }, Cancellation));
        await service.PushedAsync(GivenService.Body($"ADS-02 {GivenService.Grenoble} 2025-12 98"));
        await BuildAsync(await AskAsync(service));

        await service.PushedAsync(GivenService.Body($"ADS-02 {GivenService.Grenoble} 2025-12 99"));
        await BuildAsync(await AskAsync(service));

        var versions = (await reports.VersionsAsync(key, Cancellation)).Where(v => v.IsPublished).ToList();
        Assert.Equal([1, 3, 4], versions.Select(v => v.Version));
        Assert.Equal(second.Fingerprint, versions[^1].Fingerprint);
        var changes = (await service.GetAsync($"{service.Address}/reports/annual/2025/latest/report.json")).GetProperty("changes");
        Assert.Equal(3, changes.GetProperty("since").GetInt32());
    }

    [Fact]
    public async Task The_first_version_tells_of_no_change_and_the_second_of_all_in_every_format()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        await service.PutAsync($"{service.Address}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":"412310.10"},{"category":"fournitures","stage":"actual","amount":18450.07},{"category":"personnel","stage":"forecast","amount":"420000.00"}]}""");
        await BuildAsync(await AskAsync(service));
        async Task<string> ReadAsync(string file) => await running.Http.GetStringAsync($"{service.Address}/reports/annual/2025/{file}", Cancellation);

        Assert.DoesNotContain("Ce qui a changé", await ReadAsync("v1/report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("Version précédente", await ReadAsync("v1/report.csv"), StringComparison.Ordinal);
        Assert.False(JsonElement.Parse(await ReadAsync("v1/report.json")).TryGetProperty("changes", out _));
        var html = WebUtility.HtmlDecode(await ReadAsync("v2/report.html"));
        Assert.Contains("Ce qui a changé depuis la version 1", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("id=\"chg\"", StringComparison.Ordinal) < html.IndexOf("id=\"syn\"", StringComparison.Ordinal));
        Assert.Contains("(+10,00\u00A0€)", html, StringComparison.Ordinal);
        var csv = (await ReadAsync("v2/report.csv")).Split("\r\n");
        Assert.EndsWith("Remarque;Version précédente;Cette version", csv[0], StringComparison.Ordinal);
        Assert.Contains(csv, line => line.Contains("Personnel, constaté", StringComparison.Ordinal) && line.EndsWith(";412300,1;412310,1", StringComparison.Ordinal));
        Assert.All(csv.Where(line => line.Length > 0 && !line.Contains('"', StringComparison.Ordinal)), line => Assert.Equal(csv[0].Count(c => c == ';'), line.Count(c => c == ';')));
        var amounts = JsonElement.Parse(await ReadAsync("v2/report.json")).GetProperty("changes").GetProperty("amounts");
        Assert.Equal(10m, amounts.GetProperty("members").EnumerateArray().Sum(m => m.GetProperty("difference").GetDecimal()));
    }

    [Fact]
    public async Task A_version_that_kept_no_base_is_said_to_have_kept_none()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var reports = Reports();
        var first = Assert.Single(await reports.VersionsAsync(new ReportKey(Core.Communities.Siren.Parse(service.Siren), "ads", Core.Kinds.ReportKind.Annual, "2025"), Cancellation));
        await reports.RemoveAsync(first, Cancellation);
        Assert.True(await reports.TryReserveAsync(first with { Files = [.. first.Files.Where(f => f != "base.json")] }, Cancellation));
        await service.PushedAsync(GivenService.Body($"ADS-02 {GivenService.Grenoble} 2025-12 99"));

        await BuildAsync(await AskAsync(service));

        var changes = (await service.GetAsync($"{service.Address}/reports/annual/2025/v2/report.json")).GetProperty("changes");
        Assert.Equal("La version 1 n’a pas gardé de quoi comparer.", changes.GetProperty("sentence").GetString());
        Assert.Equal(0, changes.GetProperty("figures").GetArrayLength());
    }

    private ReportStore Reports() => new(
        new Store.Tables.TableService(running.Storage).Table(StorageNames.ReportsTable),
        new BlobContainerClient(running.Storage, StorageNames.ReportsContainer));

    [Fact]
    public async Task A_reader_who_has_a_version_does_not_download_it_again()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var address = $"{service.Address}/reports/annual/2025/latest/report.json";

        using var first = await running.Http.GetAsync(address, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("annual/2025/v1/nope.html")]
    [InlineData("annual/2025/v9/report.html")]
    [InlineData("annual/2019/latest/report.html")]
    [InlineData("annual/2025/v1/..%2f..%2f2024/v1/report.html")]
    [InlineData("autre/2025/v1/report.html")]
    public async Task A_file_that_is_not_there_is_a_404(string path)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await running.Http.GetAsync($"{service.Address}/reports/{path}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"kind":"annual","period":"2025-03"}""", "report.period")]
    [InlineData("""{"kind":"annual","period":"2099"}""", "period.future")]
    [InlineData("""{"kind":"annual"}""", "report.period")]
    [InlineData("""{"kind":"hebdomadaire","period":"2025"}""", "report.kind")]
    public async Task A_report_that_cannot_be_is_refused(string request, string code)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await running.Http.PostAsync(
            $"{service.Address}/reports", new StringContent(request, Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_figures_of_the_report_are_exact()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));

        var report = await service.GetAsync($"{service.Address}/reports/annual/2025/v1/report.json");

        var rows = report.GetProperty("split").GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(430_750.17m, rows.Sum(r => r.GetProperty("amount").GetProperty("value").GetDecimal()));
    }

    [Fact]
    public async Task The_daily_timer_asks_for_each_review_once()
    {
        var service = await FilledAsync();

        await ReviewAsync();
        await ReviewAsync();

        var operation = $"report~{service.Siren}~ads~annual~2025~2026";
        var state = await service.GetAsync($"/api/operations/{operation}");
        Assert.Equal("pending", state.GetProperty("state").GetString());
        await BuildAsync(operation);
        await ReviewAsync();
        Assert.Equal("succeeded", (await service.GetAsync($"/api/operations/{operation}")).GetProperty("state").GetString());
    }

    private async Task<GivenService> FilledAsync()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.FillAsync(2024);
        await service.FillAsync(2025);
        return service;
    }

    private async Task<string> AskAsync(GivenService service)
    {
        using var answer = await running.Http.PostAsync(
            $"{service.Address}/reports",
            new StringContent("""{"kind":"annual","period":"2025"}""", Encoding.UTF8, "application/json"),
            Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(answer.Headers.Location!.OriginalString, started.GetProperty("address").GetString());
        return started.GetProperty("operationId").GetString()!;
    }

    private async Task BuildAsync(string operation)
    {
        var built = await running.App.Host.DeliverAsync("BuildReport", operation, dequeueCount: 1, Cancellation);
        Assert.True(built.Succeeded, built.Error);
    }

    private async Task ReviewAsync()
    {
        var reviewed = await running.App.Host.RunTimerAsync("ReviewOnSchedule", Cancellation);
        Assert.True(reviewed.Succeeded, reviewed.Error);
    }

    private static async Task<JsonElement> ReportsAsync(GivenService service) =>
        (await service.GetAsync($"{service.Address}/reports")).GetProperty("reports");
}
