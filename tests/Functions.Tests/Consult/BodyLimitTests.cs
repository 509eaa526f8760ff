using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>Bodies and headers that are meant to do harm.</summary>
public sealed class BodyLimitTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Little_that_grows_into_much_is_refused_at_the_limit()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var bomb = Compressed(new byte[64 * 1024 * 1024]);

        Assert.True(bomb.Length < 1024 * 1024);
        Assert.Equal((413, "body.tooLarge"), await PutAsync(service.Address, bomb, "gzip"));
        Assert.Equal((413, "body.tooLarge"), await PushAsync(service.Address, bomb, "gzip"));
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("zstd")]
    [InlineData("identity")]
    public async Task A_compression_that_is_not_known_is_refused(string encoding)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        Assert.Equal((415, "body.encoding"), await PushAsync(service.Address, "{}"u8.ToArray(), encoding));
    }

    [Fact]
    public async Task A_body_that_is_not_compressed_as_announced_is_refused()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        Assert.Equal((400, "body.corrupt"), await PushAsync(service.Address, "{\"values\":[]}"u8.ToArray(), "gzip"));
        Assert.Equal((400, "body.corrupt"), await PutAsync(service.Address, "{}"u8.ToArray(), "gzip"));
    }

    [Fact]
    public async Task Text_in_another_encoding_is_told_from_text_that_is_no_json()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        Assert.Equal((400, "json.encoding"), await PushAsync(service.Address, Encoding.Latin1.GetBytes("{\"source\":\"relevé\"}"), null));
    }

    [Fact]
    public async Task The_byte_order_mark_of_UTF_8_is_no_fault()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        byte[] mark = [0xEF, 0xBB, 0xBF];

        Assert.Equal((200, ""), await PutAsync(service.Community, [.. mark, .. Encoding.UTF8.GetBytes(GivenService.CommunityDocument)], null));
        Assert.Equal((200, ""), await PushAsync(service.Address, [.. mark, .. Encoding.UTF8.GetBytes(GivenService.Body("ADS-01 38185 2025-03 42"))], null));
        Assert.Equal((400, "json.empty"), await PushAsync(service.Address, mark, null));
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var body = Compressed(Encoding.UTF8.GetBytes(GivenService.CommunityDocument));

        Assert.Equal((200, ""), await PutAsync(service.Community, body, "gzip"));
    }

    [Fact]
    public async Task Depth_without_end_is_refused()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var deep = Encoding.UTF8.GetBytes(new string('[', 100_000));

        Assert.Equal(400, (await PutAsync(service.Address, deep, null)).Status);
        Assert.Equal(400, (await PushAsync(service.Address, deep, null)).Status);
    }

    [Fact]
    public async Task Names_without_end_are_no_names()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var endless = new string('a', 2000);

        using var mutualisation = await running.Http.GetAsync($"{service.Community}/mutualisations/{endless}", Cancellation);
        using var community = await running.Http.GetAsync($"/api/communities/{endless}", Cancellation);
        using var operation = await running.Http.GetAsync($"/api/operations/report~{endless}", Cancellation);
        using var submission = await running.Http.GetAsync($"{service.Address}/submissions/{endless}", Cancellation);
        using var report = await running.Http.GetAsync($"{service.Address}/reports/{endless}/2025/v1/report.html", Cancellation);
        using var page = await running.Http.GetAsync($"/portal/communities/{service.Siren}/mutualisations/{endless}", Cancellation);

        Assert.All(
            [mutualisation, community, operation, submission, report, page],
            answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/catalogue");
        request.Headers.Add("X-Api-Key", new string('a', 64 * 1024));

        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    private Task<(int Status, string Code)> PutAsync(string address, byte[] body, string? encoding) =>
        SendAsync(HttpMethod.Put, address, body, encoding);

    private Task<(int Status, string Code)> PushAsync(string address, byte[] body, string? encoding) =>
        SendAsync(HttpMethod.Post, $"{address}/values", body, encoding);

    private async Task<(int Status, string Code)> SendAsync(HttpMethod method, string address, byte[] body, string? encoding)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (encoding is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        using var answer = await running.Http.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        var at = text.IndexOf("\"code\":\"", StringComparison.Ordinal);
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        return ((int)answer.StatusCode, isProblem ? text[(at + 8)..text.IndexOf('"', at + 8)] : "");
    }
}
