using System.Net;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Administer;

/// <summary>
/// Who may come in. The API asks for the administrator’s key; the portal asks for a director or administrator signed in
/// by the platform. On a developer’s machine (Development, loopback, no Functions host) both are open.
/// </summary>
internal sealed class Access(
    RequestDelegate next, IConfiguration configuration, IHostEnvironment environment, ListeningPoint listening)
{
    private const string KeyHeader = "X-Api-Key";
    private const string VaultReference = "@Microsoft.KeyVault(";
    private const string SignIn = "/.auth/login/aad?post_login_redirect_uri=";
    private const int ShortestKey = 32;

    private readonly byte[]? _adminKey = KeyFrom(configuration);
    private readonly bool _isOpen = environment.IsDevelopment() && !listening.Hosted;
    private readonly bool _platformSignsIn =
        string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (_isOpen)
        {
            // A page elsewhere could point its own name at loopback and read what is here.
            if (!IsLoopbackName(context.Request.Host.Host))
            {
                throw new ApiProblemException(403, "access.host", "Cette adresse n’est servie que sur la machine locale.");
            }
        }
        else if (path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            if (!path.StartsWithSegments("/api/health", StringComparison.Ordinal))
            {
                RequireKey(context.Request);
            }
        }
        else if (path.StartsWithSegments("/portal", StringComparison.Ordinal))
        {
            if (_platformSignsIn && ClientPrincipal.IsAbsent(context.Request))
            {
                context.Response.Redirect(SignIn + Uri.EscapeDataString(path + context.Request.QueryString));
                return;
            }

            if (!_platformSignsIn || !ClientPrincipal.MayConsult(context.Request))
            {
                throw new ApiProblemException(
                    401, "access.signIn", "Cette page est réservée aux directeurs et aux administrateurs : connectez-vous.");
            }
        }

        context.Features.Set(_isOpen ? Caller.Local : new Caller("administrator"));
        await next(context);
    }

    private void RequireKey(HttpRequest request)
    {
        var given = Encoding.UTF8.GetBytes(request.Headers[KeyHeader].ToString());
        if (_adminKey is null || !CryptographicOperations.FixedTimeEquals(given, _adminKey))
        {
            throw new ApiProblemException(
                401, "access.key", "La clé manque ou n’est pas reconnue : envoyez-la dans l’en-tête X-Api-Key.");
        }
    }

    private static byte[]? KeyFrom(IConfiguration configuration)
    {
        if (configuration["Security:BootstrapAdminKey"] is not { Length: > 0 } key)
        {
            return null;
        }

        // A vault reference that could not be resolved reaches the app as its own text, which anyone could guess.
        if (key.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase))
        {
            throw new StartUpException(
                "The setting Security__BootstrapAdminKey is a Key Vault reference that was not resolved: check the app's access to the vault.");
        }

        return key.Length >= ShortestKey
            ? Encoding.UTF8.GetBytes(key)
            : throw new StartUpException("The setting Security__BootstrapAdminKey must have at least 32 characters.");
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
