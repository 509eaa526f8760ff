using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// The JSON of a document in the properties of a row, which hold 64 KiB each and 1 MiB together: as text in
/// <c>Json00</c>, <c>Json01</c>…, so that it can be read in the table, or where that is too long compressed in
/// <c>Brotli00</c>, <c>Brotli01</c>…
/// </summary>
internal static class DocumentText
{
    /// <summary>Most bytes that a document may have once compressed.</summary>
    public const int MostCompressed = 900_000;

    // The service counts two bytes a character, and a part of the row is taken by keys and names.
    private const int LongestText = 450_000;
    private const int TextChunk = 30_000;
    private const int ByteChunk = 60_000;

    /// <summary>Puts a document into a row.</summary>
    /// <exception cref="DocumentTooLargeException">It is too large even compressed.</exception>
    public static void Put(TableEntity entity, BinaryData json)
    {
        var text = json.ToString();
        if (text.Length <= LongestText)
        {
            for (var (at, chunk) = (0, 0); at < text.Length; at += TextChunk, chunk++)
            {
                entity[TextName(chunk)] = text.Substring(at, Math.Min(TextChunk, text.Length - at));
            }

            return;
        }

        var bytes = Compressed(json);
        if (bytes.Length > MostCompressed)
        {
            throw new DocumentTooLargeException();
        }

        for (var (at, chunk) = (0, 0); at < bytes.Length; at += ByteChunk, chunk++)
        {
            entity[BytesName(chunk)] = bytes[at..Math.Min(at + ByteChunk, bytes.Length)];
        }
    }

    /// <summary>The document of a row.</summary>
    public static BinaryData Of(TableEntity entity)
    {
        using var bytes = new MemoryStream();
        for (var chunk = 0; entity.GetBinary(BytesName(chunk)) is { } part; chunk++)
        {
            bytes.Write(part);
        }

        if (bytes.Length > 0)
        {
            bytes.Position = 0;
            using var brotli = new BrotliStream(bytes, CompressionMode.Decompress);
            return BinaryData.FromStream(brotli);
        }

        var text = new StringBuilder();
        for (var chunk = 0; entity.GetString(TextName(chunk)) is { } part; chunk++)
        {
            text.Append(part);
        }

        return BinaryData.FromString(text.ToString());
    }

    private static byte[] Compressed(BinaryData json)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(json.ToMemory().Span);
        }

        return bytes.ToArray();
    }

    private static string TextName(int chunk) => string.Create(CultureInfo.InvariantCulture, $"Json{chunk:D2}");

    private static string BytesName(int chunk) => string.Create(CultureInfo.InvariantCulture, $"Brotli{chunk:D2}");
}

/// <summary>A document is larger than a row of a table.</summary>
internal sealed class DocumentTooLargeException : Exception;
