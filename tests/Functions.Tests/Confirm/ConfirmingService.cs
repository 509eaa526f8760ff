using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Confirm;

/// <summary>A service whose units of 2025 are in, and the people who answer for its members.</summary>
internal sealed class ConfirmingService(HostedPeople people, GivenService declared)
{
    public const string Grenoble = "213801855";
    public const string Echirolles = "213801517";
    public const string Bresson = "213800576";

    public GivenService Declared { get; } = declared;

    public string Siren => Declared.Siren;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ConfirmingService> FillAsync(HostedPeople people)
    {
        var declared = await GivenService.DeclareAsync(people.Open);
        await declared.FillAsync(2025);
        return new ConfirmingService(people, declared);
    }

    /// <summary>Where the units of a member in a period are, under the API.</summary>
    public string UnitsOf(string member, string period = "2025-Q2") => $"{Declared.Address}/members/{member}/units/{period}";

    /// <summary>The role claim of a commune.</summary>
    public string Commune(string siren) => $"commune:{Siren}/{siren}";

    /// <summary>What somebody in a role is answered.</summary>
    public async Task<(int Status, JsonElement Body, string? Tag)> AskAsync(
        HttpMethod method, string address, string role, string? json = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(role));
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var answer = await people.Http.SendAsync(request, Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation), answer.Headers.ETag?.ToString());
    }

    /// <summary>What a commune would send, with the figures that it reads.</summary>
    public async Task<string> AnswerAsync(string member, string state, Action<JsonNode>? change = null, string period = "2025-Q2")
    {
        var read = await AskAsync(HttpMethod.Get, UnitsOf(member, period), Commune(member));
        var answer = new JsonObject
        {
            ["state"] = state,
            ["figures"] = JsonNode.Parse(read.Body.GetProperty("figures").GetRawText()),
            ["reason"] = state == "contested" ? "Deux dossiers sont comptés deux fois." : null,
        };
        change?.Invoke(answer);
        return answer.ToJsonString();
    }

    /// <summary>A commune answers.</summary>
    public async Task<(int Status, JsonElement Body, string? Tag)> PutAsync(
        string member, string state, Action<JsonNode>? change = null, string? ifMatch = null, string period = "2025-Q2") => await AskAsync(
            HttpMethod.Put, UnitsOf(member, period), Commune(member), await AnswerAsync(member, state, change, period), ifMatch);

    /// <summary>Where the units of a commune stand.</summary>
    public async Task<string?> StateAsync(string member, string period = "2025-Q2") =>
        (await AskAsync(HttpMethod.Get, UnitsOf(member, period), Commune(member))).Body.GetProperty("state").GetString();

    public static string Code((int Status, JsonElement Body, string? Tag) answer) =>
        $"{answer.Status} {(answer.Body.TryGetProperty("code", out var code) ? code.GetString() : "")}".TrimEnd();
}
