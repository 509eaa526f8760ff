using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate.Archives;

/// <summary>A community leaves with all that is kept of it, and comes back elsewhere the same.</summary>
public sealed class ArchiveTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_put_back_elsewhere_gives_the_same_archive_and_the_same_tables()
    {
        var service = await FilledAsync();
        var archive = await GetAsync(running.Http, service);
        Assert.Equal(archive, await GetAsync(running.Http, service));

        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var elsewhere = await RunningApp.StartOnAsync(storage, Cancellation);
        using (var answer = await PutAsync(elsewhere.Http, service, archive))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.Equal(
                (4, 9, 2),
                (told.GetProperty("documents").GetInt32(), told.GetProperty("journal").GetInt32(), told.GetProperty("reports").GetInt32()));
        }

        Assert.Equal(await service.TablesAsync(running.Storage), await service.TablesAsync(storage.ConnectionString));
        // Who did what there stays the trail of that app; all the rest is the same to the byte.
        Assert.Equal(Contents(archive, "audit.json"), Contents(await GetAsync(elsewhere.Http, service), "audit.json"));

        using (var report = await elsewhere.Http.GetAsync(
            new Uri($"{service.Declared.Address}/reports/annual/2025/v2/report.html", UriKind.Relative), Cancellation))
        {
            Assert.Equal("text/html; charset=utf-8", report.Content.Headers.ContentType?.ToString());
            Assert.Equal("<p>Version 2</p>", await report.Content.ReadAsStringAsync(Cancellation));
        }

        // Sent again, it changes nothing.
        var before = await service.TablesAsync(storage.ConnectionString);
        using var again = await PutAsync(elsewhere.Http, service, archive);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(before, await service.TablesAsync(storage.ConnectionString));
    }

    [Fact]
    public async Task A_community_that_lives_on_is_not_gone_back_on()
    {
        var service = await FilledAsync();
        var archive = await GetAsync(running.Http, service);
        await service.Declared.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 44"));

        using var answer = await PutAsync(running.Http, service, archive);

        Assert.Equal("archive.communityThere", await CodeAsync(answer, HttpStatusCode.Conflict));
        var values = await running.Http.GetStringAsync(new Uri($"{service.Declared.Address}/values?from=2025-03&to=2025-03", UriKind.Relative), Cancellation);
        Assert.Contains("\"value\":\"44\"", values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_the_journal_is_left_what_came_after_the_archive_comes_back_with_it()
    {
        var service = await FilledAsync();
        var archive = await GetAsync(running.Http, service);
        await service.Declared.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 44"));
        var before = await service.TablesAsync(running.Storage);
        await service.LoseTablesAsync(running.Storage);

        using var answer = await PutAsync(running.Http, service, archive);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, await service.TablesAsync(running.Storage));
    }

    [Theory]
    [InlineData("archive.json", null, "archive.unreadable", HttpStatusCode.BadRequest)]
    [InlineData("archive.json", """{"format":"evaluation-archive/9","siren":"200040715"}""", "archive.unreadable", HttpStatusCode.BadRequest)]
    [InlineData("archive.json", """{"format":"evaluation-archive/1","siren":"200040715"}""", "archive.otherCommunity", HttpStatusCode.UnprocessableEntity)]
    [InlineData("documents/Registry/{siren}/../../v0001.json", "{}", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("documents/Registry/{siren}/key/abc/v0001.json", "{}", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("documents/Registry/213801855/mutualisation/ads/v0001.json", "{}", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("documents/Registry/{siren}/mutualisation/ads/v0009.json", "{}", "document.invalid", HttpStatusCode.UnprocessableEntity)]
    [InlineData("documents/Registry/{siren}/community/v0009.json", "[]", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("documents/Costs/{siren}/ads/1789/v0001.json", "{}", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("journal/{siren}/ads/2025/01/01/../../x.body", "{}", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("journal/213801855/ads/2026/06/16/20260616T060000123-1f2e3d4c5b6a.body", "{}", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("reports.json", """[{"mutualisation":"../x","kind":"annual","period":"2025","version":1,"fingerprint":"f","generatedOn":"2026-01-01","files":[]}]""", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    public async Task What_no_archive_of_the_community_holds_is_refused_and_nothing_is_written(
        string name, string? content, string code, HttpStatusCode status)
    {
        var service = await FilledAsync();
        var spoiled = Changed(await GetAsync(running.Http, service), name.Replace("{siren}", service.Siren, StringComparison.Ordinal), content);
        var before = await service.TablesAsync(running.Storage);

        using var answer = await PutAsync(running.Http, service, spoiled);

        Assert.Equal(code, await CodeAsync(answer, status));
        Assert.Equal(before, await service.TablesAsync(running.Storage));
    }

    [Fact]
    public async Task Bytes_that_are_no_zip_are_refused()
    {
        var service = await FilledAsync();
        using var answer = await PutAsync(running.Http, service, "PK\u0003\u0004 no zip at all"u8.ToArray());
        Assert.Equal("archive.unreadable", await CodeAsync(answer, HttpStatusCode.BadRequest));
    }

    private Task<ArchivedService> FilledAsync() => ArchivedService.FillAsync(running);

    private static Task<byte[]> GetAsync(HttpClient http, ArchivedService service) =>
        http.GetByteArrayAsync(new Uri(service.Declared.Community + "/archive", UriKind.Relative), Cancellation);

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, ArchivedService service, byte[] archive)
    {
        using var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return await http.PutAsync(new Uri(service.Declared.Community + "/archive", UriKind.Relative), content, Cancellation);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString();
    }

    private static byte[] Changed(byte[] archive, string name, string? content)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            if (content is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static List<string> Contents(byte[] archive, string except)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        return [.. zip.Entries.Where(e => e.FullName != except)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.FullName} {e.Crc32:x8} {e.Length}"))];
    }
}
