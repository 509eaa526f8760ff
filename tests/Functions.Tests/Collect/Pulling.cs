using System.Text;
using System.Text.Json;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>Plays the calendar and the queue for a source: asks for what is due, then has it pulled.</summary>
internal static class Pulling
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Asks for what is due and pulls the one source; the state of its operation.</summary>
    public static async Task<JsonElement> CollectAsync(FunctionsApp app, GivenService service) =>
        await PullAsync(app, await DueAsync(app.Http, service) ?? throw new InvalidOperationException("Nothing is due."));

    /// <summary>The operation that is due for a source now; null when none is.</summary>
    public static async Task<string?> DueAsync(HttpClient http, GivenService service)
    {
        using var asked = await http.PostAsync(
            "/api/runs", new StringContent("""{"job":"collect"}""", Encoding.UTF8, "application/json"), Cancellation);
        var started = await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return started.GetProperty("operations").EnumerateArray().Select(o => o.GetString()!)
            .SingleOrDefault(o => o.Contains(service.Siren, StringComparison.Ordinal));
    }

    /// <summary>Has an operation done, as the host does with its message; its state after that.</summary>
    public static async Task<JsonElement> PullAsync(FunctionsApp app, string operation)
    {
        var pulled = await app.Host.DeliverAsync("CollectSource", operation, dequeueCount: 1, Cancellation);
        Assert.True(pulled.Succeeded, pulled.Error);
        return await app.Http.GetFromJsonAsync<JsonElement>($"/api/operations/{operation}", Cancellation);
    }
}
