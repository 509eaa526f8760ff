using System.Text.Json;
using Evaluation.Functions.Callers;

namespace Evaluation.Functions.Access;

/// <summary>The person App Service authentication signed in, as its header tells.</summary>
internal static class ClientPrincipal
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private static readonly string[] Names =
        ["preferred_username", "upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "name"];

    /// <summary>Whether App Service authentication signs people in (<c>WEBSITE_AUTH_ENABLED</c>, false when absent): else anyone could write the header.</summary>
    public static bool IsTrusted(IConfiguration configuration) =>
        string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nobody has signed in.</summary>
    public static bool IsAbsent(HttpRequest request) => request.Headers[Header].Count == 0;

    /// <summary>The person and what its roles give; null when the header is absent or unreadable.</summary>
    public static Caller? Read(HttpRequest request)
    {
        var written = request.Headers[Header].ToString();
        var bytes = new byte[written.Length];
        if (!Convert.TryFromBase64String(written, bytes, out var length) || length == 0)
        {
            return null;
        }

        try
        {
            using var principal = JsonDocument.Parse(bytes.AsMemory(0, length));
            return Read(principal.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8: such a text is only found when it is read.
            return null;
        }
    }

    private static Caller? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("claims", out var claims)
            || claims.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var roleType = Text(root, "role_typ") ?? "roles";
        var values = claims.EnumerateArray()
            .Select(c => (Type: Text(c, "typ"), Value: Text(c, "val")))
            .Where(c => c is { Type: not null, Value: not null })
            .ToLookup(c => c.Type!, c => c.Value!, StringComparer.Ordinal);
        return RoleClaim.CallerOf(
            Names.Select(n => values[n].FirstOrDefault()).FirstOrDefault(v => v is not null),
            values[roleType].Union(values["roles"]));
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
