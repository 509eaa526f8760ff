using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>The page and the addresses on which administrators decide about messages that were put aside.</summary>
public sealed class PoisonPageTests(RunningApp running)
{
    private static int _next;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_shown_with_its_cause_and_dropped_from_the_page_with_who_and_why()
    {
        var (id, body) = await PutAsideAsync();
        var page = await running.Http.GetStringAsync("/portal/poison", Cancellation);
        Assert.Contains("<h1>Messages écartés</h1>", page, StringComparison.Ordinal);
        Assert.Contains(body, page, StringComparison.Ordinal);
        Assert.Contains("Ce message ne désigne aucune opération connue", page, StringComparison.Ordinal);

        using var dropped = await PostAsync($"/portal/poison/{id}/drop", "reason=Essai+%C3%A9cart%C3%A9", "same-origin");

        Assert.Equal("/portal/poison", dropped.RequestMessage!.RequestUri!.AbsolutePath);
        var after = await dropped.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain(body, after, StringComparison.Ordinal);
        Assert.Contains("Le message est abandonné\u00A0:", WebUtility.HtmlDecode(after), StringComparison.Ordinal);
        var kept = await FindAsync(body);
        Assert.Equal("dropped", kept.GetProperty("state").GetString());
        Assert.Equal("Essai écarté", kept.GetProperty("reason").GetString());
        Assert.Equal("local", kept.GetProperty("decidedBy").GetString());
    }

    [Fact]
    public async Task A_form_that_is_refused_leads_back_to_the_list_and_says_why()
    {
        var (id, body) = await PutAsideAsync();

        using var dropped = await PostAsync($"/portal/poison/{id}/drop", "reason=+", "same-origin");
        using var replayed = await PostAsync($"/portal/poison/{id}/replay", "", "same-origin");

        foreach (var (answer, words) in new[] { (dropped, "dites en 500 caractères au plus"), (replayed, "ne désigne aucune opération") })
        {
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal("/portal/poison", answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(body, page, StringComparison.Ordinal);
        }

        Assert.Equal("waiting", (await FindAsync(body)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_home_page_leads_administrators_to_the_messages() =>
        Assert.Contains("href=\"/portal/poison\"", await running.Http.GetStringAsync("/portal/communities", Cancellation), StringComparison.Ordinal);

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", "http://127.0.0.1")]
    [InlineData(null, "https://ailleurs.exemple.fr")]
    [InlineData(null, "null")]
    public async Task A_form_of_another_page_decides_nothing(string? site, string? origin)
    {
        var (id, body) = await PutAsideAsync();

        using var answer = await PostAsync($"/portal/poison/{id}/drop", "reason=x", site, origin);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("waiting", (await FindAsync(body)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_names_no_run_cannot_be_sent_back_and_nothing_is_dropped_without_a_reason()
    {
        var (id, body) = await PutAsideAsync();
        using var replayed = await running.Http.PostAsync($"/api/poison/{id}/replay", null, Cancellation);
        using var dropped = await running.Http.PostAsync(
            $"/api/poison/{id}/drop", new StringContent("""{"reason":" "}""", Encoding.UTF8, "application/json"), Cancellation);
        using var unknown = await running.Http.PostAsync("/api/poison/none/replay", null, Cancellation);

        Assert.Equal((HttpStatusCode.Conflict, "poison.noRun"), await RefusalAsync(replayed));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "poison.reason"), await RefusalAsync(dropped));
        Assert.Equal((HttpStatusCode.NotFound, "poison.unknown"), await RefusalAsync(unknown));
        Assert.Equal("waiting", (await FindAsync(body)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Runs_are_listed_page_by_page_and_what_cannot_be_asked_is_said()
    {
        var first = await running.Http.GetFromJsonAsync<JsonElement>("/api/runs?limit=1", Cancellation);
        Assert.InRange(first.GetProperty("runs").GetArrayLength(), 0, 1);

        foreach (var query in new[] { "job=essai", "state=essai", "after=!!", "after=YQ", "limit=beaucoup" })
        {
            using var refused = await running.Http.GetAsync($"/api/runs?{query}", Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }
    }

    private static async Task<(HttpStatusCode Status, string? Code)> RefusalAsync(HttpResponseMessage answer) => (
        answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());

    private async Task<(string Id, string Body)> PutAsideAsync()
    {
        var body = FormattableString.Invariant($"essai-ecarte-{Interlocked.Increment(ref _next)}-fin");
        var queue = new QueueClient(
            running.Storage, "collect-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await queue.SendMessageAsync(body, Cancellation);
        return ((await FindAsync(body)).GetProperty("id").GetString()!, body);
    }

    // Another reader may be moving it at this very moment.
    private async Task<JsonElement> FindAsync(string body)
    {
        while (true)
        {
            var list = await running.Http.GetFromJsonAsync<JsonElement>("/api/poison", Cancellation);
            var found = list.GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("body").GetString() == body).ToList();
            if (found.Count > 0)
            {
                return Assert.Single(found);
            }
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string address, string form, string? site, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", site), ("Origin", origin) }.Where(h => h.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await running.Http.SendAsync(request, Cancellation);
    }
}
