using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// A value in the host's payload. Objects come as objects; everything else as a string, and text as a string that
/// holds the quoted JSON string once more. Both that and plain values are read, for hosts differ.
/// </summary>
internal readonly struct HostValue(JsonElement element)
{
    /// <summary>The object, whether it came as one or as its JSON text.</summary>
    /// <exception cref="JsonException">It is not an object.</exception>
    public JsonElement ToObject()
    {
        var value = element.ValueKind == JsonValueKind.String ? JsonElement.Parse(ToText()) : element;
        return value.ValueKind == JsonValueKind.Object ? value : throw new JsonException("An object was expected.");
    }

    /// <summary>The text without the host's quoting; the JSON itself for what is not text.</summary>
    public string ToText()
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return element.GetRawText();
        }

        var text = element.GetString() ?? "";
        return Unquoted(text) ?? text;
    }

    /// <summary>The bytes of a binary binding: Base64, or the text itself where a host sent text all the same.</summary>
    public BinaryData ToBytes()
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return BinaryData.FromString(element.GetRawText());
        }

        var text = element.GetString() ?? "";
        if (Unquoted(text) is { } inner)
        {
            return BinaryData.FromString(inner);
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? BinaryData.FromBytes(bytes.AsMemory(0, length))
            : BinaryData.FromString(text);
    }

    /// <summary>The whole number, as a number or as its text; null when it is none.</summary>
    public int? ToInt32() =>
        int.TryParse(ToText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The instant, in UTC where no offset is said; null when it is none or stands for "never".</summary>
    public DateTimeOffset? ToInstant() =>
        DateTimeOffset.TryParse(
            ToText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        && instant != DateTimeOffset.MinValue
            ? instant
            : null;

    private static string? Unquoted(string text)
    {
        if (text is not ['"', .., '"'])
        {
            return null;
        }

        try
        {
            var value = JsonElement.Parse(text);
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
