using System.Text.Json;

namespace Evaluation.Functions.Administer;

/// <summary>The person App Service authentication signed in, as its header tells.</summary>
internal static class ClientPrincipal
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private static readonly string[] Readers = ["admin", "director"];

    /// <summary>Whether nobody has signed in.</summary>
    public static bool IsAbsent(HttpRequest request) => request.Headers[Header].Count == 0;

    /// <summary>Whether the person has a role that reads everything; false when the header is absent or unreadable.</summary>
    public static bool MayConsult(HttpRequest request)
    {
        var written = request.Headers[Header].ToString();
        var bytes = new byte[written.Length];
        if (!Convert.TryFromBase64String(written, bytes, out var length) || length == 0)
        {
            return false;
        }

        try
        {
            using var principal = JsonDocument.Parse(bytes.AsMemory(0, length));
            var root = principal.RootElement;
            var roleType = Text(root, "role_typ") ?? "roles";
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("claims", out var claims)
                && claims.ValueKind == JsonValueKind.Array
                && claims.EnumerateArray().Any(c =>
                    Text(c, "typ") is { } type
                    && (type == roleType || type == "roles")
                    && Readers.Contains(Text(c, "val"), StringComparer.Ordinal));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
