using System.Net;
using System.Text;
using System.Text.Json;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>What a sender may ask of its rows: all or none, only new ones, taken back, answered once.</summary>
public sealed class PushTermsTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_atomic_mode_one_refused_row_refuses_them_all()
    {
        var service = await DeclareAsync(running.Http);
        var body = Body($"ADS-01 {Grenoble} 2025-03 42", "ZZZ-01 - 2025 1");

        using var answer = await service.PushAsync(body, "?mode=atomic");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(["submission.atomic", "indicator.unknown"], Codes(told));
        Assert.Empty(await service.ValuesAsync());
    }

    [Fact]
    public async Task In_atomic_mode_right_rows_are_all_kept()
    {
        var service = await DeclareAsync(running.Http);

        var answer = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42", $"ADS-01 {Echirolles} 2025-03 7"), "?mode=atomic");

        Assert.Equal("accepted", answer.GetProperty("status").GetString());
        Assert.Equal(2, (await service.ValuesAsync()).Length);
    }

    [Fact]
    public async Task Creation_refuses_another_value_and_lets_the_same_one_be()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42", $"ADS-01 {Echirolles} 2025-03 7"));

        var answer = await service.PushedAsync(
            Body($"ADS-01 {Grenoble} 2025-03 43", $"ADS-01 {Echirolles} 2025-03 7", $"ADS-01 {Grenoble} 2025-04 1"), "?strategy=create");

        Assert.Equal(["rejected", "unchanged", "created"], Outcomes(answer));
        Assert.Equal(["value.exists"], Codes(answer));
    }

    [Fact]
    public async Task A_value_taken_back_is_gone_but_for_those_who_ask_for_what_was_deleted()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42", $"ADS-01 {Echirolles} 2025-03 7"));
        const string row = """{"source":"essai","values":[{"indicator":"ADS-01","member":"38185","period":"2025-03"}]}""";

        var answer = await service.PushedAsync(row, "?strategy=delete");

        Assert.Equal(["deleted"], Outcomes(answer));
        Assert.Equal(["ADS-01 213801517 2025-03 7"], await service.ValuesAsync());
        var all = await service.GetAsync($"{service.Address}/values?from=2025&to=2025&includeDeleted=true");
        var gone = Assert.Single(all.GetProperty("values").EnumerateArray(), v => v.TryGetProperty("deleted", out var d) && d.GetBoolean());
        Assert.False(gone.TryGetProperty("value", out _));
        Assert.Equal(2, gone.GetProperty("revision").GetInt32());

        var again = await service.PushedAsync(row, "?strategy=delete");
        Assert.Equal(["unchanged"], Outcomes(again));
        Assert.Equal(["value.absent"], Codes(again));
        Assert.Equal(["created"], Outcomes(await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"))));
    }

    [Fact]
    public async Task A_value_taken_back_no_longer_counts_in_the_evaluation()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42", $"ADS-01 {Grenoble} 2025-04 8"));
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 0"), "?strategy=delete");

        var evaluation = await service.GetAsync($"{service.Address}/evaluation?period=2025");

        Assert.Contains("\"result\":8", evaluation.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_idempotency_key_gets_the_first_answer_whatever_happened_since()
    {
        var service = await DeclareAsync(running.Http);
        var first = await KeyedAsync(service, "jeudi-7", Body($"ADS-01 {Grenoble} 2025-03 42", "ZZZ-01 - 2025 1"));
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 43"));

        var second = await KeyedAsync(service, "jeudi-7", Body($"ADS-01 {Grenoble} 2025-03 42", "ZZZ-01 - 2025 1"));

        Assert.Equal((HttpStatusCode.OK, first.Text), second);
        Assert.Equal(["ADS-01 213801855 2025-03 43"], await service.ValuesAsync());
    }

    [Fact]
    public async Task A_refusal_is_answered_once_as_well()
    {
        var service = await DeclareAsync(running.Http);
        var first = await KeyedAsync(service, "k", Body("ZZZ-01 - 2025 1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Equal(first, await KeyedAsync(service, "k", Body("ZZZ-01 - 2025 1")));
    }

    [Fact]
    public async Task The_same_idempotency_key_for_something_else_is_a_409()
    {
        var service = await DeclareAsync(running.Http);
        await KeyedAsync(service, "k", Body($"ADS-01 {Grenoble} 2025-03 42"));

        var (otherBody, text) = await KeyedAsync(service, "k", Body($"ADS-01 {Grenoble} 2025-03 43"));
        var (otherTerms, _) = await KeyedAsync(service, "k", Body($"ADS-01 {Grenoble} 2025-03 42"), "?strategy=create");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (otherBody, otherTerms));
        Assert.Contains("idempotency.reused", text, StringComparison.Ordinal);
        Assert.Equal(["ADS-01 213801855 2025-03 42"], await service.ValuesAsync());
    }

    [Fact]
    public async Task Ten_requests_with_one_key_at_once_get_one_answer()
    {
        var service = await DeclareAsync(running.Http);
        var body = Body([.. Enumerable.Range(1, 12).Select(m => FormattableString.Invariant($"ADS-01 {Grenoble} 2025-{m:D2} {m}"))]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => KeyedAsync(service, "ensemble", body)));

        Assert.Single(answers.Distinct());
        var submissions = await service.GetAsync($"{service.Address}/submissions");
        Assert.Equal(1, submissions.GetProperty("submissions").GetArrayLength());
    }

    [Fact]
    public async Task Fifty_pushes_of_the_same_cells_at_once_all_get_a_true_answer()
    {
        var service = await DeclareAsync(running.Http);

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(n => service.PushedAsync(
            Body(FormattableString.Invariant($"ADS-01 {Grenoble} 2025-03 {n}"), FormattableString.Invariant($"ADS-01 {Echirolles} 2025-03 {n}")))));

        var written = answers.SelectMany(a => a.GetProperty("results").EnumerateArray()).Where(r => r.TryGetProperty("revision", out _)).ToList();
        var history = await service.GetAsync($"{service.Address}/values/history?indicator=ADS-01&member=38185&period=2025-03");
        var revisions = history.GetProperty("revisions").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, revisions.Count), revisions.Select(r => r.GetProperty("revision").GetInt32()));
        Assert.Equal(
            revisions.Select(r => r.GetProperty("submissionId").GetString()).Order(StringComparer.Ordinal),
            answers.Where(a => a.GetProperty("results")[0].TryGetProperty("revision", out _)).Select(a => a.GetProperty("submissionId").GetString()).Order(StringComparer.Ordinal));
        Assert.All(answers, a => Assert.Equal("accepted", a.GetProperty("status").GetString()));
        Assert.True(written.Count >= 2);
    }

    [Theory]
    [InlineData("?mode=tout", "mode.unknown")]
    [InlineData("?strategy=Delete", "strategy.unknown")]
    [InlineData("?dryRun=oui", "dryRun.unknown")]
    public async Task A_term_that_does_not_exist_is_a_400(string query, string code)
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await service.PushAsync(Body($"ADS-01 {Grenoble} 2025-03 42"), query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("avec espace")]
    public async Task An_idempotency_key_that_cannot_be_one_is_a_400(string key)
    {
        var service = await DeclareAsync(running.Http);

        var (status, _) = await KeyedAsync(service, key, Body($"ADS-01 {Grenoble} 2025-03 42"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private async Task<(HttpStatusCode Status, string Text)> KeyedAsync(GivenService service, string key, string body, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Address}/values{query}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await running.Http.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static string[] Outcomes(JsonElement answer) =>
        [.. answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()!)];

    private static string[] Codes(JsonElement answer) => [.. answer.GetProperty("results").EnumerateArray()
        .SelectMany(r => r.GetProperty("issues").EnumerateArray()).Select(i => i.GetProperty("code").GetString()!)];
}
