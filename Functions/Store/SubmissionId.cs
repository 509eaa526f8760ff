using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Evaluation.Functions.Store;

/// <summary>
/// Names a submission by when it came and what it holds: <c>20260616T060000123-1f2e3d4c5b6a</c>. Ids sort by time of
/// reception.
/// </summary>
public readonly record struct SubmissionId(string Text)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff";

    /// <summary>The id of a body received at an instant.</summary>
    /// <param name="receivedAt">Kept to the millisecond.</param>
    /// <param name="hash">Of the body, see <see cref="HashOf"/>.</param>
    public static SubmissionId Of(DateTimeOffset receivedAt, string hash) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeText(receivedAt)}-{hash[..12]}"));

    /// <summary>What sorts before all ids received from an instant on, to the millisecond, and after those received before.</summary>
    public static string TimeText(DateTimeOffset instant) => instant.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>SHA-256 of a body, 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>Reads an id; false when the text is none.</summary>
    public static bool TryParse(string text, out SubmissionId id)
    {
        id = new SubmissionId(text);
        return text.Length == 31 && text[18] == '-' && TryTime(text, out _) && text.AsSpan(19).ContainsAnyExcept(HexDigits) is false;
    }

    /// <summary>Whether it names a body of a hash.</summary>
    public bool IsOf(string hash) => hash.Length == 2 * SHA256.HashSizeInBytes && Text.EndsWith("-" + hash[..12], StringComparison.Ordinal);

    /// <summary>When it came, to the millisecond.</summary>
    /// <exception cref="InvalidOperationException">The text is not an id.</exception>
    public DateTimeOffset ReceivedAt =>
        TryTime(Text, out var time) ? time : throw new InvalidOperationException($"'{Text}' is not a submission id.");

    /// <summary>Row key that lists the latest first.</summary>
    public string RowKey => string.Create(
        CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.Ticks - ReceivedAt.Ticks:D19}-{Text}");

    private static bool TryTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text.AsSpan(0, 18),
        TimeFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);
}
