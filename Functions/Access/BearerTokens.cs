using System.Security.Claims;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Refusing;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Evaluation.Functions.Access;

/// <summary>
/// People who bring a signed token of an OpenID Connect authority. Its keys are fetched with the first token and then
/// kept, so that a start does not wait for them.
/// </summary>
internal sealed class BearerTokens
{
    private const string MetadataPath = "/.well-known/openid-configuration";
    private static readonly string[] Names = ["preferred_username", "upn", "email", "name", "sub"];

    private readonly Lazy<ConfigurationManager<OpenIdConnectConfiguration>>? _authority;
    private readonly string? _audience;

    public BearerTokens(IOptions<SecurityOptions> options)
    {
        var jwt = options.Value.Jwt;
        _audience = jwt.Audience;
        if (!jwt.IsSet)
        {
            return;
        }

        _authority = new(() => new ConfigurationManager<OpenIdConnectConfiguration>(
            jwt.Authority!.TrimEnd('/') + MetadataPath,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = new Uri(jwt.Authority).Scheme == Uri.UriSchemeHttps }));
    }

    /// <summary>Whether an authority is set; without one no token is looked at.</summary>
    public bool AreTaken => _authority is not null;

    /// <summary>Who a token names; null when it is not a valid one for this app.</summary>
    /// <exception cref="RefusalException">503 when the authority does not tell its keys.</exception>
    public async Task<Caller?> FindCallerAsync(string token, CancellationToken cancellationToken)
    {
        var authority = _authority!.Value;
        try
        {
            await authority.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException)
        {
            throw EdgeRefusals.AccessAuthority.Refused();
        }

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ConfigurationManager = authority,
            ValidAudience = _audience,
        });
        return result.IsValid ? CallerOf(result.ClaimsIdentity) : null;
    }

    private static Caller CallerOf(ClaimsIdentity identity) => RoleClaim.CallerOf(
        Names.Select(n => identity.FindFirst(n)?.Value).FirstOrDefault(v => v is not null),
        identity.FindAll("roles").Select(c => c.Value));
}
