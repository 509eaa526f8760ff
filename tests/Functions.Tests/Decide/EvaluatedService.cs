using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Decide;

/// <summary>A service whose evaluation of 2025 is published, and the people who decide upon it.</summary>
internal sealed class EvaluatedService
{
    public const string Reports = "/reports/annual/2025";
    public const string Signed = """{"function":"directrice générale des services"}""";

    private readonly HostedPeople _people;

    private EvaluatedService(HostedPeople people, GivenService declared)
    {
        _people = people;
        Declared = declared;
    }

    public GivenService Declared { get; }

    public string Siren => Declared.Siren;

    public string Address => Declared.Address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="people">Who decides.</param>
    /// <param name="isWhole">Whether all of 2025 is in; otherwise one month is.</param>
    public static async Task<EvaluatedService> PublishAsync(HostedPeople people, bool isWhole = true)
    {
        var declared = await GivenService.DeclareAsync(people.Open);
        if (isWhole)
        {
            await declared.FillAsync(2025);
        }
        else
        {
            await declared.PushedAsync(GivenService.Body($"ADS-01 {GivenService.Grenoble} 2025-03 42"));
        }

        var service = new EvaluatedService(people, declared);
        await service.BuildAsync();
        return service;
    }

    /// <summary>Builds the report of a year with what is known now.</summary>
    public async Task BuildAsync(int year = 2025)
    {
        using var answer = await _people.Open.PostAsync(
            $"{Address}/reports", new StringContent(string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"annual","period":"{{year}}"}"""), Encoding.UTF8, "application/json"), Cancellation);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var built = await _people.Running.App.Host.DeliverAsync(
            "BuildReport", started.GetProperty("operationId").GetString()!, dequeueCount: 1, Cancellation);
        Assert.True(built.Succeeded, built.Error);
    }

    /// <summary>Makes a later version of the report: one value more.</summary>
    public async Task BuildLaterAsync()
    {
        await Declared.PushedAsync(GivenService.Body($"ADS-02 {GivenService.Grenoble} 2025-12 99"));
        await BuildAsync();
    }

    /// <summary>What a person in a role of the community is answered.</summary>
    /// <param name="method">GET, POST, PUT.</param>
    /// <param name="below">Below the service: <c>/reports</c>.</param>
    /// <param name="json">What is sent; null for nothing.</param>
    /// <param name="role">As in the table of rights.</param>
    /// <param name="name">Of the person.</param>
    /// <param name="ifMatch">The tag asked for; null for none.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string below, string? json = null, string role = "director", string name = "a.martin@ville.example", string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, Address + below);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", PrincipalOf(role, name));
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await _people.Http.SendAsync(request, Cancellation);
    }

    /// <summary>The same, as JSON, with its status.</summary>
    public async Task<(int Status, JsonElement Body)> AskAsync(
        HttpMethod method, string below, string? json = null, string role = "director", string name = "a.martin@ville.example")
    {
        using var answer = await SendAsync(method, below, json, role, name);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    /// <summary>Validates and transmits a version.</summary>
    public async Task TransmitAsync(string version)
    {
        Assert.Equal(200, (await AskAsync(HttpMethod.Post, $"{Reports}/{version}/validation", Signed)).Status);
        Assert.Equal(200, (await AskAsync(HttpMethod.Post, $"{Reports}/{version}/transmission", "{}")).Status);
    }

    /// <summary>Version and state of each report that a role finds.</summary>
    public async Task<string[]> StatesAsync(string role = "director") =>
        [.. (await AskAsync(HttpMethod.Get, "/reports", role: role)).Body.GetProperty("reports").EnumerateArray()
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.GetProperty("version")} {r.GetProperty("state")}"))];

    /// <summary>The notices of transmissions of the community.</summary>
    public async Task<JsonElement[]> NoticesAsync() =>
        [.. (await Declared.GetAsync($"{Declared.Community}/notices")).GetProperty("notices").EnumerateArray()
            .Where(n => n.GetProperty("kind").GetString() == "transmission")];

    /// <summary>What the platform says of a person.</summary>
    public string PrincipalOf(string role, string name = "a.martin@ville.example") => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        role_typ = "roles",
        claims = new[] { new { typ = "preferred_username", val = name }, new { typ = "roles", val = RightsTable.ClaimOf(role, Siren) } },
    }));

    public static HttpStatusCode Status((int Status, JsonElement Body) answer) => (HttpStatusCode)answer.Status;

    public static string Code((int Status, JsonElement Body) answer) => $"{answer.Status} {answer.Body.GetProperty("code")}";
}
