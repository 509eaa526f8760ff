using System.Text;
using System.Text.Unicode;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Csv;

/// <summary>
/// Text of a file whose encoding nobody announces: a byte order mark decides; without one it is UTF-8 if it can be,
/// else Windows-1252, in which Excel still saves CSV in France.
/// </summary>
internal static class CsvEncoding
{
    private const int Windows1252 = 1252;

    /// <exception cref="RefusalException">400 when it is not text of the encoding that its mark announces.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var text] => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text),
                [0xFF, 0xFE, .. var text] => new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true).GetString(text),
                [0xFE, 0xFF, .. var text] => new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true).GetString(text),
                _ when Utf8.IsValid(bytes) => Encoding.UTF8.GetString(bytes),
                _ => CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw EdgeRefusals.CsvEncoding.Refused();
        }
    }
}
