using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>What a service's developer sees when pushing values, mistakes included.</summary>
public sealed class PushTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_gets_an_outcome_and_good_rows_are_kept()
    {
        var service = await DeclareAsync(running.Http);

        var answer = await service.PushedAsync(Body(
            $"ADS-01 {Grenoble} 2025-03 42", $"ADS-01 999999999 2025-03 7", $"ADS-01 {Echirolles} 2025-03 13"));

        Assert.Equal("partial", answer.GetProperty("status").GetString());
        Assert.Equal(["created", "rejected", "created"], Outcomes(answer));
        Assert.Equal(["ADS-01 213801517 2025-03 13", "ADS-01 213801855 2025-03 42"], await service.ValuesAsync());
    }

    [Fact]
    public async Task The_same_body_again_changes_nothing()
    {
        var service = await DeclareAsync(running.Http);
        var body = Body($"ADS-01 {Grenoble} 2025-03 42", $"ADS-03 {Grenoble} 2025-03 12.50");
        await service.PushedAsync(body);

        var again = await service.PushedAsync(body);

        Assert.Equal(["unchanged", "unchanged"], Outcomes(again));
        Assert.Equal(2, again.GetProperty("counts").GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task A_correction_is_a_new_revision()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));

        var correction = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 43"));

        Assert.Equal(["changed"], Outcomes(correction));
        var values = await service.GetAsync($"{service.Address}/values?from=2025&to=2025");
        var value = Assert.Single(values.GetProperty("values").EnumerateArray());
        Assert.Equal(2, value.GetProperty("revision").GetInt32());
        Assert.Equal("43", value.GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_dry_run_answers_the_same_and_writes_nothing()
    {
        var service = await DeclareAsync(running.Http);

        var answer = await service.PushedAsync(
            Body($"ADS-01 {Grenoble} 2025-03 42", $"ADS-06 {Grenoble} 2025-03 99"), "?dryRun=true");

        Assert.True(answer.GetProperty("dryRun").GetBoolean());
        Assert.Equal(["created", "rejected"], Outcomes(answer));
        Assert.Empty(await service.ValuesAsync());
        var submissions = await service.GetAsync($"{service.Address}/submissions");
        Assert.Equal(0, submissions.GetProperty("submissions").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_accepted_is_a_422_whose_answer_can_be_read_again()
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await service.PushAsync(Body("ZZZ-01 38185 2025-03 1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await service.ValuesAsync());
        var submissions = await service.GetAsync($"{service.Address}/submissions");
        var only = Assert.Single(submissions.GetProperty("submissions").EnumerateArray());
        Assert.Equal(1, only.GetProperty("counts").GetProperty("rejected").GetInt32());
    }

    [Fact]
    public async Task Numbers_may_be_plain_JSON_and_keep_every_digit()
    {
        var service = await DeclareAsync(running.Http);

        await service.PushedAsync(
            """{"source":"essai","period":"2025-03","values":[{"indicator":"ADS-03","member":"38185","value":123456789012.5}]}""");

        Assert.Equal(["ADS-03 213801855 2025-03 123456789012.5"], await service.ValuesAsync());
    }

    [Fact]
    public async Task Two_clients_that_send_the_same_file_at_once_end_in_one_state()
    {
        var service = await DeclareAsync(running.Http);
        var body = Body([.. Enumerable.Range(1, 12).Select(m => FormattableString.Invariant($"ADS-01 {Grenoble} 2025-{m:D2} {m}"))]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.PushedAsync(body)));

        Assert.All(answers, a => Assert.Equal("accepted", a.GetProperty("status").GetString()));
        Assert.Equal(12, answers.Sum(a => a.GetProperty("counts").GetProperty("created").GetInt32()));
        Assert.Equal(12, (await service.ValuesAsync()).Length);
    }

    [Theory]
    [InlineData("", "json.empty")]
    [InlineData("{", "json.malformed")]
    [InlineData("[]", "json.malformed")]
    [InlineData("null", "json.empty")]
    [InlineData("{}", "source.missing")]
    [InlineData("""{"source":"a"}""", "values.missing")]
    [InlineData("""{"source":"a","values":[]}""", "values.missing")]
    [InlineData("""{"source":"a","values":[null]}""", "values.missing")]
    [InlineData("""{"source":"a","values":[{"indicator":7}]}""", "json.malformed")]
    [InlineData("""{"source":"a","values":[{"value":NaN}]}""", "json.malformed")]
    [InlineData("""{"source":"a","values":[{"value":true}]}""", "json.malformed")]
    [InlineData("""{"source":"a","values":[{"valeur":"1"}]}""", "json.malformed")]
    [InlineData("""{"source":"a","source":"b","values":[{"value":"1"}]}""", "json.malformed")]
    [InlineData("""{"source":"a","values":[[[[[[[[[[[]]]]]]]]]]]}""", "json.malformed")]
    [InlineData("{\"source\":\"a\\u0000b\",\"values\":[{}]}", "source.missing")]
    public async Task A_malformed_body_is_a_400_that_says_what_to_do(string body, string code)
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await service.PushAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_a_400()
    {
        var service = await DeclareAsync(running.Http);
        using var content = new ByteArrayContent([.. "{\"source\":\"a"u8, 0xFF, 0xFE, .. "\",\"values\":[{}]}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await running.Http.PostAsync($"{service.Address}/values", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_ten_thousand_rows_are_a_413()
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await service.PushAsync(Body([.. Enumerable.Repeat($"ADS-01 {Grenoble} 2025-03 1", 10_001)]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_more_than_ten_megabytes_is_a_413()
    {
        var service = await DeclareAsync(running.Http);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.ASCII.GetBytes(new string(' ', 12 * 1024 * 1024)), Cancellation);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await running.Http.PostAsync($"{service.Address}/values", content, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Another_content_type_is_a_415()
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await running.Http.PostAsync(
            $"{service.Address}/values", new StringContent("<a/>", Encoding.UTF8, "application/xml"), Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/communities/200040715/mutualisations/nope/values", "community.unknown")]
    [InlineData("/api/communities/123456789/mutualisations/ads/values", "community.unknown")]
    [InlineData("/api/communities/%2e%2e/mutualisations/ads/values", "address.unknown")]
    public async Task An_unknown_place_is_a_404(string address, string code)
    {
        using var answer = await running.Http.PostAsync(
            address, new StringContent(Body($"ADS-01 {Grenoble} 2025-03 1"), Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unknown_mutualisation_is_a_404()
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await running.Http.GetAsync($"{service.Community}/mutualisations/autre/values", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_answer_to_a_submission_can_be_read_again()
    {
        var service = await DeclareAsync(running.Http);
        var answer = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42", "ZZZ - 2025-03 1"));

        var again = await service.GetAsync($"{service.Address}/submissions/{answer.GetProperty("submissionId").GetString()}");

        Assert.Equal(answer.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task Values_come_back_as_CSV_with_a_decimal_comma_and_no_formula()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(
            """{"source":"essai","period":"2025-03","values":[{"indicator":"ADS-03","member":"38185","value":"12.5","comment":"=1+1; \"x\""}]}""");

        var csv = await running.Http.GetStringAsync($"{service.Address}/values?from=2025&to=2025&format=csv", Cancellation);

        Assert.Contains(";12,5;final;measured;1;", csv, StringComparison.Ordinal);
        Assert.Contains(";\"'=1+1; \"\"x\"\"\"\r\n", csv, StringComparison.Ordinal);
    }

    private static string[] Outcomes(JsonElement answer) =>
        [.. answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()!)];
}
