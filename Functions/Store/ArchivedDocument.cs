using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A version of a document as an archive holds it: <c>documents/{table}/{partition}/{row}/v0001.json</c>.</summary>
internal sealed record ArchivedDocument(string Table, string PartitionKey, string RowKey, int Version, BinaryData Json)
{
    public const string Folder = "documents/";

    private const string Ending = ".json";

    // Longer than any name of a document, short enough for every key that it makes to fit.
    private const int LongestName = 200;

    /// <summary>Its name in the archive.</summary>
    public string Name => Folder + DocumentHistory.NameOf(Table, PartitionKey, RowKey, Version);

    /// <summary>The parts of its row key, which say what it is.</summary>
    public IReadOnlyList<string> Row => TableKey.Split(RowKey);

    /// <summary>The service it is about; null when it is about the community, or is the declaration of a service.</summary>
    public string? Mutualisation => Table == StorageNames.CostsTable
        ? TableKey.Split(PartitionKey)[1]
        : Row is ["baseline" or "period" or "report" or "decision" or "settled" or "units", var id, ..] ? id : null;

    /// <summary>Reads a name; null when no document of the community has it.</summary>
    public static ArchivedDocument? Read(Siren siren, string name, BinaryData json)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        var parts = name.Split('/').Select(Uri.UnescapeDataString).ToArray();
        var document = parts switch
        {
            [_, StorageNames.RegistryTable, var community, _, .., var version] => Of(parts, community, 3, version, json),
            [_, StorageNames.CostsTable, var community, { Length: > 0 } mutualisation, _, .., var version] =>
                Of(parts, TableKey.Join(community, mutualisation), 4, version, json),
            _ => null,
        };
        return document?.Name == name && parts[2] == siren.ToString() ? document : null;
    }

    private static ArchivedDocument? Of(string[] parts, string partition, int rowFrom, string version, BinaryData json) =>
        TryVersion(version, out var number)
            ? new ArchivedDocument(parts[1], partition, TableKey.Join(parts.AsSpan(rowFrom..^1)), number, json)
            : null;

    private static bool TryVersion(string text, out int number)
    {
        number = 0;
        return text.StartsWith('v') && text.EndsWith(Ending, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(1, text.Length - 1 - Ending.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number > 0;
    }
}
