using System.Globalization;
using System.IO.Compression;
using System.Text;
using Evaluation.Functions.Operate.Archives;

namespace Evaluation.Functions.Tests.Operate.Archives;

/// <summary>Archives as bytes that tests spoil.</summary>
internal static class ArchiveBytes
{
    /// <summary>The entries, by name.</summary>
    public static OrderedDictionary<string, byte[]> Entries(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        var entries = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            entries.Add(entry.FullName, content.ToArray());
        }

        return entries;
    }

    /// <summary>The archive with other content in an entry, or without it: its list says what it said.</summary>
    public static byte[] With(byte[] archive, string name, string? content)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            if (content is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The same, by someone who wrote the list anew.</summary>
    public static byte[] Forged(byte[] archive, string siren, string name, string? content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ArchiveZip(stream))
        {
            var entries = Entries(archive);
            entries.Remove(ArchiveFile.Manifest);
            entries.Remove(name);
            if (content is not null)
            {
                entries[name] = Encoding.UTF8.GetBytes(content);
            }

            foreach (var (entry, bytes) in entries)
            {
                zip.Add(entry, BinaryData.FromBytes(bytes));
            }

            zip.Seal(Core.Communities.Siren.Parse(siren));
        }

        return stream.ToArray();
    }

    /// <summary>The archive with another checksum than its own of an entry; the content is whole.</summary>
    public static byte[] WithOtherChecksum(byte[] archive, string name)
    {
        // In its record at the end of the file, where the checksum stands 30 bytes before the name.
        var spoiled = archive.ToArray();
        spoiled[spoiled.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(name)) - 30] ^= 0x5A;
        return spoiled;
    }

    /// <summary>What an archive holds, but for the audit trail and the list that has its hash: it is of one app.</summary>
    public static List<string> ContentsButTheTrail(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        return [.. zip.Entries.Where(e => e.FullName is not (ArchiveFile.Audit or ArchiveFile.Manifest))
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.FullName} {e.Crc32:x8} {e.Length}"))];
    }
}
