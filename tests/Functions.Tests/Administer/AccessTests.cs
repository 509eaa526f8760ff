using System.Net;
using System.Text;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>Who may come in when the app is hosted.</summary>
public sealed class AccessTests(RunningApp running)
{
    private const string Key = "une-cle-d-administration-de-plus-de-32-caracteres";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_a_developers_machine_the_API_asks_for_its_key()
    {
        await using var app = await running.StartPrivateAsync(
            new() { ["DOTNET_ENVIRONMENT"] = "Production", ["Security__BootstrapAdminKey"] = Key }, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app.Http, "/api/communities", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app.Http, "/api/communities", "x"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Http, "/api/communities", Key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Http, "/api/health/live", null));
    }

    [Fact]
    public async Task A_principal_header_is_worth_nothing_unless_the_platform_signs_people_in()
    {
        var principal = Convert.ToBase64String(Encoding.UTF8.GetBytes(
            """{"auth_typ":"aad","role_typ":"roles","claims":[{"typ":"roles","val":"director"}]}"""));
        await using var spoofable = await running.StartPrivateAsync(
            new() { ["DOTNET_ENVIRONMENT"] = "Production" }, Cancellation);
        await using var signedIn = await running.StartPrivateAsync(
            new() { ["DOTNET_ENVIRONMENT"] = "Production", ["WEBSITE_AUTH_ENABLED"] = "True" }, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await PortalAsync(spoofable.Http, principal));
        Assert.Equal(HttpStatusCode.OK, await PortalAsync(signedIn.Http, principal));
        Assert.Equal(HttpStatusCode.Unauthorized, await PortalAsync(signedIn.Http, "bm90IGpzb24="));
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = signedIn.Address };
        Assert.Equal(HttpStatusCode.Found, await PortalAsync(stranger, null));
    }

    [Theory]
    [InlineData("""{"claims":[{"typ":"roles","val":"director"},{"typ":"name","val":"\ud800"}]}""")]
    [InlineData("""{"claims":[{"typ":"roles","val":"\udfff"}]}""")]
    [InlineData("""{"claims":[{"typ":"\ud83d","val":"director"}]}""")]
    [InlineData("""{"claims":[{"ty\ud800p":"roles","val":"director"}]}""")]
    [InlineData("""{"role_typ":"\ud800","claims":[]}""")]
    [InlineData("""{"claims":[{"typ":"roles","val":"director"},{"typ":"name","val":"<FF>"}]}""")]
    public async Task A_principal_that_is_no_text_names_nobody(string principal)
    {
        await using var signedIn = await running.StartPrivateAsync(
            new() { ["DOTNET_ENVIRONMENT"] = "Production", ["WEBSITE_AUTH_ENABLED"] = "True" }, Cancellation);
        var header = Convert.ToBase64String(Encoding.Latin1.GetBytes(principal.Replace("<FF>", "\u00ff", StringComparison.Ordinal)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/communities");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", header);

        using var answer = await signedIn.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await PortalAsync(signedIn.Http, header));
    }

    [Theory]
    [InlineData("court")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://coffre.vault.azure.net/secrets/cle)")]
    public async Task An_administrators_key_that_can_be_guessed_stops_the_start(string key)
    {
        Assert.Contains(
            "Security__BootstrapAdminKey",
            await running.FailToStartAsync(new() { ["Security__BootstrapAdminKey"] = key }, Cancellation),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_developers_machine_a_token_that_nobody_checks_names_nobody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/communities");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer x");
        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task On_a_developers_machine_a_foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/communities");
        request.Headers.Host = "attaquant.example";
        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        using var answer = await http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PortalAsync(HttpClient http, string? principal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/portal");
        if (principal is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", principal);
        }

        using var answer = await http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
