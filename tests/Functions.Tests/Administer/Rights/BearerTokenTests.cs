using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using Evaluation.Local;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>People who bring a token of an authority; here one that the test runs.</summary>
public sealed class BearerTokenTests(RunningApp running)
{
    private const string Audience = "api://evaluation";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_of_the_authority_names_a_person_and_any_other_names_none()
    {
        using var rsa = RSA.Create(2048);
        using var foreign = RSA.Create(2048);
        await using var authority = await StartAuthorityAsync(rsa);
        var issuer = authority.Urls.First();
        await using var app = await running.StartPrivateAsync(
            new() { ["Security__Jwt__Authority"] = issuer, ["Security__Jwt__Audience"] = Audience }, Cancellation);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, "/api/communities", Token(rsa, issuer)));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(app, "/api/audit", Token(rsa, issuer)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, "/api/audit", Token(rsa, issuer, role: "admin")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", Token(foreign, issuer)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", Token(rsa, "https://ailleurs.example")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", Token(rsa, issuer, audience: "autre")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", Token(rsa, issuer, hours: -2)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", "x.y.z"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", Unsigned("""{"kid":"\ud800","alg":"RS256"}""", "{}")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", Unsigned("""{"alg":"RS256"}""", """{"iss":"\udfff","name":"\ud800"}""")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, "/api/communities", Unsigned("[]", "null")));
    }

    [Fact]
    public async Task An_authority_that_does_not_answer_is_no_refusal()
    {
        using var rsa = RSA.Create(2048);
        var nobody = $"http://127.0.0.1:{FreePorts.Take(1)[0]}";
        await using var app = await running.StartPrivateAsync(
            new() { ["Security__Jwt__Authority"] = nobody, ["Security__Jwt__Audience"] = Audience }, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(app, "/api/communities", Token(rsa, nobody)));
    }

    [Theory]
    [InlineData("https://authority.example", "")]
    [InlineData("", Audience)]
    [InlineData("http://authority.example", Audience)]
    public async Task An_authority_that_cannot_be_trusted_stops_the_start(string authority, string audience)
    {
        Assert.Contains(
            "Security__Jwt__",
            await running.FailToStartAsync(
                new() { ["Security__Jwt__Authority"] = authority, ["Security__Jwt__Audience"] = audience }, Cancellation),
            StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(FunctionsApp app, string address, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await app.Http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static string Unsigned(string header, string payload) =>
        $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}.{Base64UrlEncoder.Encode("signature")}";

    private static string Token(RSA rsa, string issuer, string audience = Audience, string role = "director", int hours = 1)
    {
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.AddHours(Math.Min(hours, 0) - 1),
            IssuedAt = now.AddHours(Math.Min(hours, 0) - 1),
            Expires = now.AddHours(hours),
            Subject = new ClaimsIdentity([new Claim("preferred_username", "a.martin@ville.example"), new Claim("roles", role)]),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
        });
    }

    private static async Task<WebApplication> StartAuthorityAsync(RSA rsa)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var key = rsa.ExportParameters(false);
        app.MapGet("/.well-known/openid-configuration", (HttpContext context) => context.Response.WriteAsync(
            $$"""{"issuer":"{{app.Urls.First()}}","jwks_uri":"{{app.Urls.First()}}/keys"}"""));
        app.MapGet("/keys", (HttpContext context) => context.Response.WriteAsync(
            $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"1","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"}]}"""));
        await app.StartAsync(Cancellation);
        return app;
    }
}
