using System.IO.Compression;

namespace Evaluation.Functions.Office;

/// <summary>The same content gives the same bytes: entries in order of name, without the time of writing.</summary>
internal static class StableZip
{
    /// <summary>The first day a zip can tell: said of every entry, it says nothing.</summary>
    public static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string LinksOfWorkbook = "xl/_rels/workbook.xml.rels";

    /// <summary>The package rewritten.</summary>
    /// <param name="package">As it was written: packed here, so it need not be before.</param>
    /// <param name="given">
    /// Entries that stay as they came; not the links of the workbook itself, to which a part may have been added.
    /// </param>
    public static BinaryData Of(Stream package, IReadOnlyDictionary<string, BinaryData>? given = null)
    {
        package.Position = 0;
        using var written = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, LevelOf(entry.FullName));
                copy.LastWriteTime = Timeless;
                using var from = given?.GetValueOrDefault(entry.FullName) is { } kept && entry.FullName != LinksOfWorkbook
                    ? kept.ToStream()
                    : entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return BinaryData.FromBytes(written.ToArray());
    }

    // A picture is packed already.
    private static CompressionLevel LevelOf(string name) =>
        name.EndsWith(".png", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
}
