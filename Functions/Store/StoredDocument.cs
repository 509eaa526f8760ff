using System.Globalization;
using Azure;

namespace Evaluation.Functions.Store;

/// <summary>A JSON document and its version, from 1.</summary>
public sealed record StoredDocument(string PartitionKey, string RowKey, BinaryData Json, int Version, ETag ETag)
{
    /// <summary>When what it says last changed; null where that was not noted, as of older builds and archives put back.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The strong entity tag that HTTP readers see.</summary>
    public string Tag => string.Create(CultureInfo.InvariantCulture, $"\"v{Version}\"");

    /// <summary>Whether it has the same bytes.</summary>
    public bool Says(BinaryData json) => Json.ToMemory().Span.SequenceEqual(json.ToMemory().Span);
}

/// <summary>A document is not, or no longer, what the caller asks for.</summary>
internal sealed class StaleDocumentException : Exception;
