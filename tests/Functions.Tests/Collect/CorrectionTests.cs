using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>A value that was corrected holds against whatever is sent again, until it is corrected once more.</summary>
public sealed class CorrectionTests(RunningApp running)
{
    private const string Place = $"ADS-01 {Grenoble} 2025-03";
    private const string Because = "Doublon retiré.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2", "corrected", Because)]
    [InlineData("2", null, Because)]
    [InlineData("2", "corrected", null)]
    public async Task The_first_body_sent_again_leaves_a_corrected_value_as_it_is(string value, string? status, string? reason)
    {
        var service = await DeclareAsync(running.Http);
        var first = Body($"{Place} 3");
        await service.PushedAsync(first);
        Assert.Equal("changed", Outcome(await service.PushedAsync(Row(value, status, reason))));

        foreach (var query in new[] { "?dryRun=true", "", "" })
        {
            var again = await service.PushedAsync(first, query);

            Assert.Equal("unchanged", Outcome(again));
            Assert.Equal("value.corrected", Code(again));
            Assert.Equal(1, again.GetProperty("counts").GetProperty("warnings").GetInt32());
            Assert.Equal("accepted", again.GetProperty("status").GetString());
        }

        Assert.Equal(["ADS-01 213801855 2025-03 2"], await service.ValuesAsync());
        Assert.Equal("corrected", (await service.GetAsync($"{service.Address}/values?from=2025&to=2025")).GetProperty("values")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Another_correction_replaces_a_correction_and_each_sent_twice_is_once()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"{Place} 3"));
        await service.PushedAsync(Row("2", null, Because));
        Assert.Equal("unchanged", Outcome(await service.PushedAsync(Row("2", null, Because))));

        Assert.Equal("changed", Outcome(await service.PushedAsync(Row("4", null, "Recompté."))));

        Assert.Equal("unchanged", Outcome(await service.PushedAsync(Row("4", null, "Recompté."))));
        Assert.Equal(["ADS-01 213801855 2025-03 4"], await service.ValuesAsync());
    }

    [Fact]
    public async Task The_source_that_gives_the_corrected_value_at_last_is_told_nothing()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"{Place} 3"));
        await service.PushedAsync(Row("2", "corrected", Because));

        var agreed = await service.PushedAsync(Body($"{Place} 2"));

        Assert.Equal("unchanged", Outcome(agreed));
        Assert.Equal(0, agreed.GetProperty("results")[0].GetProperty("issues").GetArrayLength());
    }

    [Fact]
    public async Task A_value_first_given_with_a_reason_is_no_correction()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Row("3", null, "Premier envoi."));

        Assert.Equal("changed", Outcome(await service.PushedAsync(Body($"{Place} 5"))));
    }

    [Fact]
    public async Task A_value_taken_back_with_a_reason_does_not_come_back_by_itself()
    {
        var service = await DeclareAsync(running.Http);
        var first = Body($"{Place} 3");
        await service.PushedAsync(first);
        Assert.Equal("deleted", Outcome(await service.PushedAsync(Row("3", null, Because), "?strategy=delete")));

        var again = await service.PushedAsync(first);

        Assert.Equal(("unchanged", "value.corrected"), (Outcome(again), Code(again)));
        Assert.Empty(await service.ValuesAsync());
    }

    [Fact]
    public async Task A_corrected_value_is_not_taken_back_without_a_reason()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"{Place} 3"));
        await service.PushedAsync(Row("2", "corrected", Because));

        var taken = await service.PushedAsync(Body($"{Place} 2"), "?strategy=delete");

        Assert.Equal(("unchanged", "value.corrected"), (Outcome(taken), Code(taken)));
        Assert.Equal(["ADS-01 213801855 2025-03 2"], await service.ValuesAsync());
    }

    [Fact]
    public async Task A_file_sent_again_leaves_a_corrected_value_as_it_is()
    {
        var service = await DeclareAsync(running.Http);
        const string file = "Indicateur;Membre;Période;Valeur\nADS-01;38185;2025-03;3\n";
        Assert.Equal("created", Outcome(await FileAsync(service, file)));
        Assert.Equal("changed", Outcome(await FileAsync(service, file.Replace(";3\n", ";2\n", StringComparison.Ordinal), $"?reason={Uri.EscapeDataString(Because)}")));

        var again = await FileAsync(service, file);

        Assert.Equal(("unchanged", "value.corrected"), (Outcome(again), Code(again)));
    }

    [Fact]
    public async Task A_rebuild_from_the_journal_keeps_corrections()
    {
        var service = await DeclareAsync(running.Http);
        var first = Body($"{Place} 3");
        await service.PushedAsync(first);
        await service.PushedAsync(Row("2", null, Because));

        using var rebuilt = await running.Http.PostAsync($"{service.Community}/rebuild", null, Cancellation);

        var result = (await rebuilt.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("mutualisations")[0];
        Assert.Equal(0, result.GetProperty("written").GetInt32());
        Assert.Equal("unchanged", Outcome(await service.PushedAsync(first)));
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("closed")]
    public async Task An_opened_period_is_changed_with_a_reason_only(string how)
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"{Place} 3"));
        if (how == "closed")
        {
            await service.PutAsync($"{service.Community}/fiscal-years/2025", """{"closed":true}""");
        }
        else
        {
            foreach (var step in new[] { "submit", "validate", "accept" })
            {
                using var taken = await PostAsync($"{service.Address}/periods/2025-03/approval", $$"""{"step":"{{step}}"}""");
                Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
            }
        }

        Assert.Equal("rejected", Outcome(await service.PushedAsync(Row("4", null, Because))));
        var until = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var opened = await PostAsync($"{service.Address}/periods/2025-03/openings", $$"""{"until":"{{until}}","reason":"Erreur relevée."}""");

        Assert.Equal("period.reason", Code(await service.PushedAsync(Body($"{Place} 4"))));
        Assert.Equal("period.reason", Code(await service.PushedAsync(Body($"{Place} 3"), "?strategy=delete")));
        Assert.Equal("period.reason", Code(await FileAsync(service, "Indicateur;Membre;Période;Valeur\nADS-01;38185;2025-03;4\n")));
        Assert.Equal("unchanged", Outcome(await service.PushedAsync(Body($"{Place} 3"))));
        Assert.Equal("changed", Outcome(await service.PushedAsync(Row("4", null, Because))));
    }

    private static string Row(string value, string? status, string? reason)
    {
        var (why, how) = (reason is null ? "" : $"\"reason\":\"{reason}\",", status is null ? "" : $",\"status\":\"{status}\"");
        return $$"""{"source":"essai",{{why}}"values":[{"indicator":"ADS-01","member":"38185","period":"2025-03","value":"{{value}}"{{how}}}]}""";
    }

    private static string? Outcome(JsonElement answer) => answer.GetProperty("results")[0].GetProperty("outcome").GetString();

    private static string? Code(JsonElement answer) =>
        answer.GetProperty("results")[0].GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("code").GetString()).SingleOrDefault();

    private async Task<JsonElement> FileAsync(GivenService service, string file, string query = "")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await running.Http.PostAsync($"{service.Address}/values{query}", content, Cancellation);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private Task<HttpResponseMessage> PostAsync(string address, string json) =>
        running.Http.PostAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
}
