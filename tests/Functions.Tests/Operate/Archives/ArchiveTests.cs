using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Collect;
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
                (7, 12, 6),
                (told.GetProperty("documents").GetInt32(), told.GetProperty("journal").GetInt32(), told.GetProperty("reports").GetInt32()));
        }

        Assert.Equal(await service.TablesAsync(running.Storage), await service.TablesAsync(storage.ConnectionString));
        // Who did what there stays the trail of that app; all the rest is the same to the byte.
        Assert.Equal(
            ArchiveBytes.ContentsButTheTrail(archive), ArchiveBytes.ContentsButTheTrail(await GetAsync(elsewhere.Http, service)));

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
    [InlineData("archive.json", "{}", "archive.damagedEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive.json", "null", "archive.damagedEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive.json", """{"format":"evaluation-archive/1","siren":"{siren}"}""", "archive.format", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive.json", """{"format":"evaluation-archive/2","siren":"200040715","parts":[]}""", "archive.otherCommunity", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive.json", """{"format":"evaluation-archive/2","siren":"{siren}"}""", "archive.damagedEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive.json", """{"format":"evaluation-archive/2","siren":"{siren}","parts":[null]}""", "archive.damagedEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive.json", """{"format":"evaluation-archive/2","siren":"{siren}","parts":[]}""", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    [InlineData("archive.json", """{"format":"evaluation-archive/2","siren":"{siren}","parts":[{"name":"audit.json","length":99999999,"sha256":"00"}]}""", "archive.tooLarge", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("letter.txt", "Bonjour", "archive.unknownEntry", HttpStatusCode.UnprocessableEntity)]
    public async Task An_archive_that_is_not_as_it_was_written_is_refused(string name, string? content, string code, HttpStatusCode status)
    {
        var service = await FilledAsync();
        var spoiled = ArchiveBytes.With(
            await GetAsync(running.Http, service), name, content?.Replace("{siren}", service.Siren, StringComparison.Ordinal));

        using var answer = await PutAsync(running.Http, service, spoiled);

        Assert.Equal(code, await CodeAsync(answer, status));
    }

    [Fact]
    public async Task An_archive_may_be_larger_than_any_document()
    {
        var service = await FilledAsync();
        var noise = RandomNumberGenerator.GetBytes(12 * 1024 * 1024);
        var large = ArchiveBytes.With(await GetAsync(running.Http, service), "letter.txt", Convert.ToBase64String(noise));

        using var answer = await PutAsync(running.Http, service, large);

        Assert.True(large.Length > 11 * 1024 * 1024);
        Assert.Equal("archive.unknownEntry", await CodeAsync(answer, HttpStatusCode.UnprocessableEntity));
    }

    [Theory]
    [InlineData("documents/Registry/{siren}/../../v0001.json", "{}", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/key/abc/v0001.json", "{}", "archive.unknownEntry")]
    [InlineData("documents/Registry/213801855/mutualisation/ads/v0001.json", "{}", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/mutualisation/ads/v0009.json", "{}", "document.invalid")]
    [InlineData("documents/Registry/{siren}/mutualisation/ads/v0001.json", "null", "archive.damagedEntry")]
    [InlineData("documents/Registry/{siren}/community/v0001.json", null, "archive.missingEntry")]
    [InlineData("documents/Registry/{siren}/community/v0009.json", "[]", "archive.damagedEntry")]
    [InlineData("documents/Costs/{siren}/ads/1789/v0001.json", "{}", "archive.unknownEntry")]
    [InlineData("documents/Costs/{siren}/voirie/2025/v0001.json", """{"lines":[{"category":"personnel","stage":"actual","amount":1.00}]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/period/voirie/2025-03/v0001.json", """{"taken":[],"openings":[]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/period/ads/2025-03/v0001.json", """{"taken":[null],"openings":[]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/period/ads/2025-03/v0001.json", "{}", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/settled/voirie/v0001.json", """{"years":[]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/settled/ads/v0009.json", """{"years":[{"year":2024,"settlings":[]}]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/settled/ads/v0009.json", """{"years":[null]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/settled/ads/v0009.json", """{"years":[{"year":2024,"settlings":[{"by":"a","function":"b","fingerprint":"c","amounts":[{"payer":"1"}]}]}]}""", "archive.damagedEntry")]
    [InlineData("documents/Costs/{siren}/ads/2025/calls/v0009.json", """{"told":[{"call":"a"}]}""", "archive.unknownEntry")]
    [InlineData("documents/Costs/{siren}/ads/2025/others/v0001.json", """{"told":[]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/units/voirie/2025-Q1/213801855/v0001.json", """{"state":"confirmed","figures":[{"indicator":"ADS-03","period":"2025-01","value":20}]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/units/ads/hier/213801855/v0001.json", """{"state":"confirmed","figures":[{"indicator":"ADS-03","period":"2025-01","value":20}]}""", "archive.unknownEntry")]
    [InlineData("documents/Registry/{siren}/units/ads/2025-Q2/213801855/v0001.json", """{"state":"maybe","figures":[{"indicator":"ADS-03","period":"2025-01","value":20}]}""", "document.unknownChoice")]
    [InlineData("documents/Registry/{siren}/mutualisation/{long}/v0001.json", "{}", "archive.unknownEntry")]
    [InlineData("journal/{siren}/ads/2025/01/01/../../x.body", "{}", "archive.unknownEntry")]
    [InlineData("journal/213801855/ads/2026/06/16/20260616T060000123-1f2e3d4c5b6a.body", "{}", "archive.unknownEntry")]
    [InlineData("journal/{siren}/voirie/2026/06/16/20260616T060000123-44136fa355b3.body", "{}", "archive.unknownEntry")]
    [InlineData("journal/{siren}/ads/2026/06/16/20260616T060000123-1f2e3d4c5b6a.body", "{}", "archive.damagedEntry")]
    [InlineData("journal/{siren}/ads/2026/06/16/20260616T060000123-1f2e3d4c5b6a.entry.json", "{}", "archive.missingEntry")]
    [InlineData("reports.json", "[null]", "archive.damagedEntry")]
    [InlineData("reports.json", null, "archive.missingEntry")]
    [InlineData("reports.json", "[]", "archive.unknownEntry")]
    [InlineData("reports.json", """[{"mutualisation":"../x","kind":"annual","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":"monthly","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":"annual","period":"2025-03","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":"weekly","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"_","kind":"annual","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":"budgetDebate","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"_","kind":"memberStatement","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"_213899999","kind":"memberStatement","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":"annual","period":"2025","version":0,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":"annual","period":"2025","version":1,"fingerprint":"f","generatedOn":"2026-01-01","files":[{"name":"report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":"annual","period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01","files":[{"name":"../report.html","contentType":"text/html"}]}]""", "archive.damagedEntry")]
    [InlineData("reports.json", """[{"mutualisation":"ads","kind":null,"period":"2025","version":1,"fingerprint":"{f}","generatedOn":"2026-01-01"}]""", "archive.damagedEntry")]
    [InlineData("audit.json", null, "archive.missingEntry")]
    [InlineData("values/ads.csv", null, "archive.missingEntry")]
    [InlineData("values/voirie.csv", "x", "archive.unknownEntry")]
    public async Task What_no_archive_of_the_community_holds_is_refused_and_nothing_is_written(string name, string? content, string code)
    {
        var service = await FilledAsync();
        string? Named(string? text) => text?.Replace("{siren}", service.Siren, StringComparison.Ordinal)
            .Replace("{long}", new string('a', 600), StringComparison.Ordinal)
            .Replace("{f}", new string('f', 64), StringComparison.Ordinal);
        var spoiled = ArchiveBytes.Forged(await GetAsync(running.Http, service), service.Siren, Named(name)!, Named(content));
        var before = await service.TablesAsync(running.Storage);

        using var answer = await PutAsync(running.Http, service, spoiled);

        Assert.Equal(code, await CodeAsync(answer, HttpStatusCode.UnprocessableEntity));
        Assert.Equal(before, await service.TablesAsync(running.Storage));
    }

    [Theory]
    [InlineData("documents/Registry/{siren}/community/v0009.json", "/name")]
    [InlineData("documents/Registry/{siren}/mutualisation/ads/v0009.json", "/label")]
    public async Task A_document_of_an_archive_that_breaks_a_rule_is_named_with_its_faults(string name, string fault)
    {
        var service = await FilledAsync();
        var document = name.Replace("{siren}", service.Siren, StringComparison.Ordinal);
        var spoiled = ArchiveBytes.Forged(await GetAsync(running.Http, service), service.Siren, document, "{}");

        using var answer = await PutAsync(running.Http, service, spoiled);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("document.invalid", problem.GetProperty("code").GetString());
        Assert.StartsWith($"{document}\u00A0: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => e.GetProperty("pointer").GetString() == fault);
    }

    [Fact]
    public async Task Whatever_part_is_spoiled_is_named_nothing_is_written_and_the_right_archive_goes_in_after_it()
    {
        var service = await FilledAsync();
        var archive = await GetAsync(running.Http, service);
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var elsewhere = await RunningApp.StartOnAsync(storage, Cancellation);
        foreach (var name in ArchiveBytes.Entries(archive).Keys.Where(name => name != "archive.json"))
        {
            await NamedAsync(ArchiveBytes.With(archive, name, "19 values"), "archive.damagedEntry");
            await NamedAsync(ArchiveBytes.WithOtherChecksum(archive, name), "archive.damagedEntry");
            await NamedAsync(ArchiveBytes.With(archive, name, null), "archive.missingEntry");
            if (name.StartsWith("journal/", StringComparison.Ordinal))
            {
                await NamedAsync(ArchiveBytes.Forged(archive, service.Siren, name, "{}"), "archive.damagedEntry");
                await NamedAsync(ArchiveBytes.Forged(archive, service.Siren, name, "null"), "archive.damagedEntry");
            }

            async Task NamedAsync(byte[] spoiled, string code)
            {
                using var answer = await PutAsync(elsewhere.Http, service, spoiled);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
                var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
                Assert.Equal(code, problem.GetProperty("code").GetString());
                Assert.Contains($"«\u00A0{name}\u00A0»", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            }
        }

        Assert.Empty(await service.TablesAsync(storage.ConnectionString));
        using var right = await PutAsync(elsewhere.Http, service, archive);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(await service.TablesAsync(running.Storage), await service.TablesAsync(storage.ConnectionString));
    }

    [Fact]
    public async Task An_archive_that_could_not_be_put_back_is_not_given_and_says_which_submission_is_damaged()
    {
        var service = await FilledAsync();
        var damaged = await new IntakeBench(running.Storage, service.Declared).DamageAsync(1, SubmissionPart.Entry, "{}", Cancellation);

        using var answer = await running.Http.GetAsync(new Uri(service.Declared.Community + "/archive", UriKind.Relative), Cancellation);

        Assert.Equal("submission.damaged", await CodeAsync(answer, HttpStatusCode.Conflict));
        Assert.Contains(damaged.Text, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
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
}
