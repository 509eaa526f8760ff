using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Soak;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Administer.Keys;

/// <summary>Storage makes or changes a key and its answer is lost: asking again ends in one key whose secret was told.</summary>
public sealed class LostKeyTests(RunningApp running)
{
    private const string Push = """{"label":"Oxalis","mutualisations":["ads"],"rights":["push"]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 201)]
    [InlineData(int.MaxValue, 503)]
    public async Task A_key_that_was_made_and_not_told_gives_way_to_the_one_asked_for_again(int lost, int first)
    {
        await using var storage = await FaultyStorage.StartAsync(running.Storage, seed: 1, faultsPerThousand: 0, Cancellation);
        await using var app = await AppOnAsync(storage);
        var service = await GivenService.DeclareAsync(running.Http);
        storage.Rule = Losing("POST", lost);

        var (status, body) = await AskAsync(app.Http, $"{service.Community}/keys", Push);
        Assert.True(status == first, body);
        storage.Rule = null;
        if (first == 503)
        {
            (status, body) = await AskAsync(app.Http, $"{service.Community}/keys", Push);
            Assert.Equal(201, status);
        }

        var keys = await KeysAsync(service);
        var active = Assert.Single(keys, k => k.GetProperty("state").GetString() == "active");
        Assert.False(active.TryGetProperty("secretTold", out _));
        Assert.Equal(first == 503 ? 1 : 0, keys.Count(k => k.GetProperty("state").GetString() == "revoked"));
        Assert.Equal(200, await PushAsync(app.Http, service, SecretIn(body)));
    }

    [Fact]
    public async Task Two_keys_asked_for_in_the_same_words_both_stand_once_both_were_told()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        var one = SecretIn((await AskAsync(running.Http, $"{service.Community}/keys", Push)).Body);
        var two = SecretIn((await AskAsync(running.Http, $"{service.Community}/keys", Push)).Body);

        Assert.Equal(200, await PushAsync(running.Http, service, one));
        Assert.Equal(200, await PushAsync(running.Http, service, two));
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(int.MaxValue, 503)]
    public async Task A_rotation_whose_answer_was_lost_never_ends_the_text_in_use(int lost, int first)
    {
        await using var storage = await FaultyStorage.StartAsync(running.Storage, seed: 1, faultsPerThousand: 0, Cancellation);
        await using var app = await AppOnAsync(storage);
        var service = await GivenService.DeclareAsync(running.Http);
        var made = await AskAsync(app.Http, $"{service.Community}/keys", Push);
        var inUse = SecretIn(made.Body);
        var rotation = $"{service.Community}/keys/{inUse.Split('_')[2]}/rotation";
        storage.Rule = Losing("PUT", lost);

        var (status, body) = await AskAsync(app.Http, rotation, "{}");
        Assert.True(status == first, body);
        storage.Rule = null;
        if (first == 503)
        {
            Assert.Equal(200, await PushAsync(app.Http, service, inUse));
            Assert.Equal(JsonValueKind.False, Assert.Single(await KeysAsync(service)).GetProperty("secretTold").ValueKind);
            (status, body) = await AskAsync(app.Http, rotation, "{}");
            Assert.Equal(200, status);
        }

        Assert.Equal(200, await PushAsync(app.Http, service, inUse));
        Assert.Equal(200, await PushAsync(app.Http, service, SecretIn(body)));
        Assert.False(Assert.Single(await KeysAsync(service)).TryGetProperty("secretTold", out _));
    }

    private Task<FunctionsApp> AppOnAsync(FaultyStorage storage) => running.StartPrivateAsync(
        new() { ["AzureWebJobsStorage"] = storage.ConnectionString }, Cancellation);

    // Storage does what it is asked of the registry, and says nothing, some times.
    private static Func<HttpRequest, StorageFault?> Losing(string method, int times)
    {
        var left = times;
        return request => request.Method == method
            && request.Path.Value!.Contains("/Registry", StringComparison.Ordinal)
            && Interlocked.Decrement(ref left) >= 0
                ? StorageFault.CutAfter
                : null;
    }

    private static async Task<(int Status, string Body)> AskAsync(HttpClient http, string address, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(address, content, Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<List<JsonElement>> KeysAsync(GivenService service)
    {
        var list = await running.Http.GetFromJsonAsync<JsonElement>($"{service.Community}/keys", Cancellation);
        return [.. list.GetProperty("keys").EnumerateArray()];
    }

    private static async Task<int> PushAsync(HttpClient http, GivenService service, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Address}/values");
        request.Headers.Add("X-Api-Key", secret);
        request.Content = new StringContent(GivenService.Body("ADS-01 38185 2025-01 42"), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, Cancellation);
        return (int)answer.StatusCode;
    }

    private static string SecretIn(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("secret").GetString()!;
    }
}
