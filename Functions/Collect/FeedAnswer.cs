using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Collect.Formats;

namespace Evaluation.Functions.Collect;

/// <summary>What a feed answered.</summary>
/// <param name="Body">Decompressed; null when the feed holds what it held before.</param>
/// <param name="EntityTag">Its ETag as sent; null when there was none.</param>
/// <param name="LastModified">Its Last-Modified; null when there was none.</param>
internal sealed record FeedAnswer(BinaryData? Body, string? EntityTag, DateTimeOffset? LastModified);

/// <summary>Whether a body is what its format says, as far as its first bytes and its announced type tell.</summary>
internal static class FeedFormats
{
    /// <summary>What is asked for.</summary>
    public static string AcceptOf(FeedFormat format) => format switch
    {
        FeedFormat.Json => MediaTypes.Json,
        FeedFormat.Csv => MediaTypes.Csv,
    };

    /// <summary>« JSON », « CSV ».</summary>
    public static string NameOf(FeedFormat format) => format switch
    {
        FeedFormat.Json => "JSON",
        FeedFormat.Csv => "CSV",
    };

    /// <summary>Whether a type may announce the format; many servers announce any text as text/plain.</summary>
    public static bool Fits(FeedFormat format, string? mediaType) => format switch
    {
        FeedFormat.Json => mediaType is "application/json" or "text/json" or "text/plain"
            || (mediaType?.StartsWith("application/", StringComparison.Ordinal) == true
                && mediaType.EndsWith("+json", StringComparison.Ordinal)),
        FeedFormat.Csv => mediaType is "text/csv" or "application/csv" or "text/plain" or "application/vnd.ms-excel",
    };

    /// <summary>Whether a body begins like a page, whatever it is announced as.</summary>
    public static bool LooksLikeAPage(BinaryData body)
    {
        var bytes = body.ToMemory().Span;
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
