using System.Net;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>What a director reads of a value that was corrected: who, when, why, from what.</summary>
public sealed class ValueHistoryTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_revision_says_when_from_what_by_whom_and_why()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));
        await service.PushedAsync(
            """{"source":"oxalis","reason":"Doublon retiré.","values":[{"indicator":"ADS-01","member":"38185","period":"2025-03","value":41,"status":"corrected","comment":"vu avec la mairie"}]}""");

        var history = await service.GetAsync($"{service.Address}/values/history?indicator=ADS-01&member=213801855&period=2025-03");

        var revisions = history.GetProperty("revisions").EnumerateArray().ToList();
        Assert.Equal(["42", "41"], revisions.Select(r => r.GetProperty("value").GetString()));
        Assert.Equal(["essai", "oxalis"], revisions.Select(r => r.GetProperty("source").GetString()));
        Assert.Equal("local", revisions[1].GetProperty("caller").GetString());
        Assert.Equal("Doublon retiré.", revisions[1].GetProperty("reason").GetString());
        Assert.Equal("corrected", revisions[1].GetProperty("status").GetString());
        Assert.Equal("vu avec la mairie", revisions[1].GetProperty("comment").GetString());
        Assert.False(revisions[0].TryGetProperty("reason", out _));
        Assert.True(revisions[0].GetProperty("receivedAt").GetDateTimeOffset() <= revisions[1].GetProperty("receivedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_value_corrected_more_often_than_a_row_keeps_beside_it_shows_them_all()
    {
        var service = await DeclareAsync(running.Http);
        for (var value = 1; value <= 104; value++)
        {
            await service.PushedAsync(Body(FormattableString.Invariant($"ADS-01 {Grenoble} 2025-03 {value}")));
        }

        var history = await service.GetAsync($"{service.Address}/values/history?indicator=ADS-01&member=38185&period=2025-03");

        Assert.Equal(
            Enumerable.Range(1, 104).Select(v => FormattableString.Invariant($"{v} {v}")),
            history.GetProperty("revisions").EnumerateArray().Select(r => $"{r.GetProperty("revision")} {r.GetProperty("value").GetString()}"));
        Assert.Equal(["ADS-01 213801855 2025-03 104"], await service.ValuesAsync());
    }

    [Theory]
    [InlineData("indicator=ADS-01&member=38185&period=2025-04", HttpStatusCode.NotFound, "value.unknown")]
    [InlineData("indicator=ZZZ&member=38185&period=2025-03", HttpStatusCode.NotFound, "indicator.unknown")]
    [InlineData("indicator=ADS-01&member=99999&period=2025-03", HttpStatusCode.NotFound, "member.unknown")]
    [InlineData("indicator=ADS-01&member=38185&period=2025", HttpStatusCode.BadRequest, "period.periodicity")]
    [InlineData("", HttpStatusCode.NotFound, "indicator.unknown")]
    public async Task What_has_no_history_is_told(string query, HttpStatusCode status, string code)
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await running.Http.GetAsync($"{service.Address}/values/history?{query}", Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
