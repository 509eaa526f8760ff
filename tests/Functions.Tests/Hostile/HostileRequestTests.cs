using System.Text;
using Evaluation.Functions.Tests.Collect.Formats;
using Evaluation.Functions.Tests.Soak;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Whatever headers say and files hold, the answer is one, or a refusal as documented.</summary>
[Collection(Hostility.Name)]
public sealed class HostileRequestTests(HostileApp app)
{
    private const string Values = $"{SoakService.Address}/values";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly byte[] Push = Encoding.UTF8.GetBytes(HostileApp.Push);

    public static TheoryData<string, string> RefusedHeaders => new()
    {
        { "Content-Type", "" },
        { "Content-Type", "text/plain" },
        { "Content-Type", ";" },
        { "Content-Type", "application/json/json" },
        { "Content-Type", "multipart/form-data; boundary=x" },
        { "Content-Type", HostileJson.Long },
        { "Content-Encoding", "gzip" },
        { "Content-Encoding", "br" },
        { "Content-Encoding", "deflate" },
        { "Content-Encoding", "gzip, gzip" },
        { "Content-Encoding", "zstd" },
        { "Content-Encoding", HostileJson.Long },
        { "Idempotency-Key", "two words" },
        { "Idempotency-Key", new string('k', 201) },
        { "X-Api-Key", new string('a', 64 * 1024) },
    };

    public static TheoryData<string, string> HarmlessHeaders => new()
    {
        { "If-None-Match", "*" },
        { "If-None-Match", "rubbish" },
        { "If-None-Match", "\"" },
        { "If-None-Match", $"\"{HostileJson.Long}\"" },
        { "If-Match", "rubbish" },
        { "If-Modified-Since", "yesterday" },
        { "Range", "bytes=0-0" },
        { "Range", "bytes=-1" },
        { "Range", "bytes=9-1" },
        { "Range", "bytes=99999999999999999999-" },
        { "Range", "lines=1-2" },
        { "Accept", "image/png" },
        { "Accept", ";;;" },
        { "Accept-Encoding", "rot13" },
        { "Accept-Language", "xx" },
        { "traceparent", "00-rubbish" },
        { "X-Forwarded-For", "'" },
        { "Cookie", "a=b; =; ;" },
    };

    public static TheoryData<string, string, byte[]> Files => new()
    {
        { "empty", "text/csv", [] },
        { "only a mark", "text/csv", [0xEF, 0xBB, 0xBF] },
        { "no text", "text/csv", [0, 1, 2, 0xFF, 0xFE] },
        { "half a character", "text/csv", [0xFF, 0xFE, 0x41] },
        { "an open quote", "text/csv", Encoding.UTF8.GetBytes("indicateur;valeur\n\"ADS-01;1") },
        { "no header", "text/csv", Encoding.UTF8.GetBytes("ADS-01;1") },
        { "a header twice", "text/csv", Encoding.UTF8.GetBytes("indicateur;valeur;valeur\nADS-01;1;2") },
        { "an endless header", "text/csv", Encoding.UTF8.GetBytes($"indicateur;{HostileJson.Long}\nADS-01;1") },
        { "endless cells", "text/csv", Encoding.UTF8.GetBytes($"indicateur;valeur;membre\n{HostileJson.Long};{HostileJson.Long};{HostileJson.Long}") },
        { "a thousand columns", "text/csv", Encoding.UTF8.GetBytes(new string(';', 1000)) },
        { "a control sign", "text/csv", Encoding.UTF8.GetBytes("indicateur;valeur\nADS-01;\u0007") },
        { "formulas", "text/csv", Encoding.UTF8.GetBytes("indicateur;valeur\n=cmd|' /C calc'!A0;@SUM(1)") },
        { "10 001 lines", "text/csv", Encoding.UTF8.GetBytes("indicateur;valeur\n" + string.Concat(Enumerable.Repeat("ADS-01;1\n", 10_001))) },
        { "no workbook", Xlsx, [] },
        { "no zip", Xlsx, Encoding.UTF8.GetBytes("PK\u0003\u0004rubbish") },
        { "another zip", Xlsx, GivenFiles.Zip(("a.txt", "a")) },
        { "a way out", Xlsx, GivenFiles.Zip(("../../etc/passwd", "a")) },
        { "a bomb", Xlsx, GivenFiles.Zip(("xl/workbook.xml", new string(' ', 5_000_000))) },
        { "an empty sheet", Xlsx, GivenFiles.Workbook("") },
        { "endless cells of a sheet", Xlsx, GivenFiles.Workbook(GivenFiles.Row(1, "Indicateur", "Valeur") + GivenFiles.Row(2, HostileJson.Long, HostileJson.Long)) },
    };

    [Theory]
    [MemberData(nameof(RefusedHeaders))]
    public async Task A_push_with_a_bad_header_is_refused_and_leaves_nothing(string name, string value)
    {
        var before = await app.StoredAsync();

        var answer = name == "Content-Type"
            ? await app.SendAsync("POST", Values, Push, value)
            : await app.SendAsync("POST", Values, Push, headers: [(name, value)]);

        Assert.InRange(answer.Status, 400, 499);
        Assert.Null(answer.Fault(value, wordless: true));
        Assert.Equal(before, await app.StoredAsync());
    }

    [Theory]
    [MemberData(nameof(HarmlessHeaders))]
    public async Task A_document_asked_for_with_an_odd_header_is_answered_or_refused(string name, string value)
    {
        foreach (var address in new[] { SoakService.Address, SoakService.Community, $"{Values}?from=2025&to=2025", "/api/catalogue", "/portal" })
        {
            var answer = await app.SendAsync("GET", address, null, headers: [(name, value)]);

            Assert.Null(answer.Fault(value));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_of_any_kind_is_refused(string name, string type, byte[] file)
    {
        var answer = await app.SendAsync("POST", $"{Values}?period=2025-03", file, type);

        Assert.True(answer.Status is >= 400 and < 500, $"{name}: {answer.Status} {answer.Text}");
        Assert.Null(answer.Fault(Encoding.UTF8.GetString(file)));
    }

    [Fact]
    public async Task Ten_megabytes_of_brackets_are_refused()
    {
        foreach (var (address, status) in new[] { (Values, 400), ($"{SoakService.Address}/scenarios", 413) })
        {
            var answer = await app.SendAsync("POST", address, Encoding.UTF8.GetBytes(new string('[', 10 * 1024 * 1024)));

            Assert.Equal(status, answer.Status);
            Assert.Null(answer.Fault(""));
        }
    }

    [Theory]
    [InlineData("mode=all")]
    [InlineData("mode=atomic%00")]
    [InlineData("strategy=drop&strategy=upsert")]
    [InlineData("strategy=UPSERT%20")]
    [InlineData("dryRun=perhaps")]
    [InlineData("dryRun=1")]
    [InlineData("answer=xlsx")]
    [InlineData("answer=a&answer=b")]
    public async Task A_push_on_unknown_terms_is_refused_and_leaves_nothing(string query)
    {
        var before = await app.StoredAsync();

        var answer = await app.SendAsync("POST", $"{Values}?{query}", Push);

        Assert.Equal(400, answer.Status);
        Assert.Null(answer.Fault(query));
        Assert.Equal(before, await app.StoredAsync());
    }
}
