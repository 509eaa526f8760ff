using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Evaluation.Functions.Office;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>
/// Opens what claims to be a workbook, within limits that are checked before anything of it is parsed: what it takes
/// once decompressed is counted, not believed.
/// </summary>
internal static class XlsxPackage
{
    private const int MostEntries = 500;
    private const long MostBytes = 60L * 1024 * 1024;
    private const long MostRatio = 300;
    private const long RatioCountsFrom = 1024 * 1024;
    private const int ChunkBytes = 81_920;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads a workbook; what is wrong with the file itself is a refusal, wherever the reading trips.</summary>
    /// <exception cref="RefusalException">400 when it is no workbook, or one too large.</exception>
    public static T Read<T>(BinaryData bytes, Func<SpreadsheetDocument, T> read)
    {
        return Guard(bytes, () =>
        {
            using var stream = XlsxLinks.Mend(bytes).Package.ToStream();
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, Settings());
            RequirePlainWorkbook(document);
            return read(document);
        });
    }

    /// <summary>A copy of a workbook, changed; its links are those it came with.</summary>
    /// <exception cref="RefusalException">400 when it is no workbook, or one too large.</exception>
    public static BinaryData Change(BinaryData bytes, Action<SpreadsheetDocument> change)
    {
        return Guard(bytes, () =>
        {
            var links = XlsxLinks.Mend(bytes);
            using var stream = new MemoryStream();
            stream.Write(links.Package.ToMemory().Span);
            using (var document = SpreadsheetDocument.Open(stream, isEditable: true, Settings()))
            {
                RequirePlainWorkbook(document);
                change(document);
            }

            return StableZip.Of(stream, links.Given);
        });
    }

    private static OpenSettings Settings() => new() { AutoSave = false, MaxCharactersInPart = MostBytes };

    private static T Guard<T>(BinaryData bytes, Func<T> read)
    {
        if (bytes.ToMemory().Span.StartsWith(CompoundFile))
        {
            throw XlsxProblems.Locked();
        }

        try
        {
            RequireBounds(bytes);
            return read();
        }
        catch (Exception e) when (IsFaultOfTheFile(e))
        {
            throw XlsxProblems.Unreadable();
        }
    }

    // What the reading of a package throws on bytes that are not what they should be, found by feeding it such by the
    // ten thousand: a fault of our own (a null, an index) is not among them and stays a fault.
    private static bool IsFaultOfTheFile(Exception exception) =>
        exception is IOException or InvalidDataException or XmlException or OpenXmlPackageException or FormatException
            or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException;

    private static void RequireBounds(BinaryData bytes)
    {
        using var stream = bytes.ToStream();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (zip.Entries.Count > MostEntries)
        {
            throw XlsxProblems.TooLarge();
        }

        var left = MostBytes;
        var chunk = new byte[ChunkBytes];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            long size = 0;
            for (int read; (read = content.Read(chunk)) > 0;)
            {
                size += read;
                if (size > left || (size > RatioCountsFrom && size > MostRatio * entry.CompressedLength))
                {
                    throw XlsxProblems.TooLarge();
                }
            }

            left -= size;
        }
    }

    private static void RequirePlainWorkbook(SpreadsheetDocument document)
    {
        if (document.DocumentType != DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook
            || document.WorkbookPart is not { VbaProjectPart: null })
        {
            throw XlsxProblems.Unreadable();
        }
    }
}
