namespace Evaluation.Functions.Store.Tables;

/// <summary>What the connection string of a storage account says about its tables.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string EmulatorAccount = "devstoreaccount1";

    // Published with the emulator and the same everywhere: no secret.
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">Something a table client needs is missing or malformed.</exception>
    public static TableConnectionString Parse(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Keys end in equals signs of their own, so only the first one separates.
            var (name, value) = pair.IndexOf('=', StringComparison.Ordinal) is var at and > 0
                ? (pair[..at], pair[(at + 1)..])
                : throw new FormatException("A setting of the storage connection string has no name or no value.");
            settings[name] = value;
        }

        if (bool.TryParse(settings.GetValueOrDefault("UseDevelopmentStorage"), out var emulator) && emulator)
        {
            settings.TryAdd("AccountName", EmulatorAccount);
            settings.TryAdd("AccountKey", EmulatorKey);
            settings.TryAdd("TableEndpoint", $"http://127.0.0.1:10002/{EmulatorAccount}");
        }

        var account = Required(settings, "AccountName");
        var credential = new TableSharedKeyCredential(account, Required(settings, "AccountKey"));
        return new(EndpointOf(settings, account), credential);
    }

    private static Uri EndpointOf(Dictionary<string, string> settings, string account)
    {
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        var text = settings.GetValueOrDefault("TableEndpoint", $"{protocol}://{account}.table.{suffix}");
        return Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
            ? endpoint
            : throw new FormatException("The TableEndpoint of the storage connection string is no absolute address.");
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.GetValueOrDefault(name) is { Length: > 0 } value
            ? value
            : throw new FormatException($"The storage connection string has no {name}.");
}
