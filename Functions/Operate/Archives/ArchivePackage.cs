using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Core.Communities;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>
/// An archive that came in: it holds what its list says and nothing else, and every entry has the hash that the list says.
/// </summary>
internal sealed class ArchivePackage : IDisposable
{
    private const int MostEntries = 200_000;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const int MostBytesOfEntry = 64 * 1024 * 1024;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ArchivedPart> _parts = new(StringComparer.Ordinal);

    private ArchivePackage(Stream file, Siren siren)
    {
        Siren = siren;
        try
        {
            _zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw ArchiveRefusal.Unreadable();
        }
    }

    /// <summary>Community it is of.</summary>
    public Siren Siren { get; }

    /// <summary>The names of its entries but the list of them, in order.</summary>
    public Dictionary<string, ArchivedPart>.KeyCollection Names => _parts.Keys;

    /// <summary>Opens an archive of a community once every entry was read.</summary>
    /// <exception cref="RefusalException">
    /// 400 when it is none, 413 when it is too large, 422 when it is of another community, or is not as it was written.
    /// </exception>
    public static ArchivePackage Open(Stream file, Siren siren)
    {
        var package = new ArchivePackage(file, siren);
        try
        {
            package.RequireWhole();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The hash of an entry.</summary>
    public string HashOf(string name) => _parts[name].Sha256;

    /// <summary>The content of an entry: all of them together may not fit in memory.</summary>
    /// <exception cref="RefusalException">422 when it is not there.</exception>
    public BinaryData Read(string name) =>
        _parts.TryGetValue(name, out var part) ? Content(name, part.Length) : throw ArchiveRefusal.Missing(name);

    /// <summary>The content of an entry of JSON.</summary>
    /// <exception cref="RefusalException">422 when it is not there or says something else.</exception>
    public T Read<T>(string name, JsonTypeInfo<T> shape)
        where T : class => Parse(name, Read(name), shape);

    public void Dispose() => _zip.Dispose();

    private static T Parse<T>(string name, BinaryData json, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json.ToMemory().Span, shape) ?? throw ArchiveRefusal.Damaged(name);
        }
        catch (JsonException)
        {
            throw ArchiveRefusal.Damaged(name);
        }
    }

    private void RequireWhole()
    {
        var present = EntryNames();
        var listed = Parts();
        foreach (var part in listed)
        {
            if (part is null || part.Length < 0 || part.Name == ArchiveFile.Manifest || !_parts.TryAdd(part.Name, part))
            {
                throw ArchiveRefusal.Damaged(ArchiveFile.Manifest);
            }
        }

        if (listed.Any(part => part.Length > MostBytesOfEntry) || listed.Sum(part => Math.Min(part.Length, MostBytesOfEntry)) > MostBytes)
        {
            throw ArchiveRefusal.TooLarge();
        }

        if (present.FirstOrDefault(name => name != ArchiveFile.Manifest && !_parts.ContainsKey(name)) is { } unknown)
        {
            throw ArchiveRefusal.Unknown(unknown);
        }

        foreach (var part in listed)
        {
            if (Convert.ToHexStringLower(SHA256.HashData(Content(part.Name, part.Length))) != part.Sha256)
            {
                throw ArchiveRefusal.Damaged(part.Name);
            }
        }
    }

    private List<string> EntryNames()
    {
        try
        {
            if (_zip.Entries.Count > MostEntries)
            {
                throw ArchiveRefusal.TooLarge();
            }

            var names = _zip.Entries.Select(entry => entry.FullName).ToList();
            var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
            return twice is null ? names : throw ArchiveRefusal.Unknown(twice.Key);
        }
        catch (InvalidDataException)
        {
            throw ArchiveRefusal.Unreadable();
        }
    }

    private IReadOnlyList<ArchivedPart> Parts()
    {
        if (_zip.GetEntry(ArchiveFile.Manifest) is null)
        {
            throw ArchiveRefusal.Unreadable();
        }

        var manifest = Parse(
            ArchiveFile.Manifest, Content(ArchiveFile.Manifest, length: null), ArchiveJson.Default.ArchiveManifest);
        if (manifest.Format != ArchiveFile.Format)
        {
            throw ArchiveRefusal.OtherFormat();
        }

        return manifest.Siren == Siren.ToString()
            ? manifest.Parts ?? throw ArchiveRefusal.Damaged(ArchiveFile.Manifest)
            : throw ArchiveRefusal.OtherCommunity();
    }

    // What an entry takes once decompressed is counted, not believed, and so is its checksum.
    private BinaryData Content(string name, long? length)
    {
        var entry = _zip.GetEntry(name) ?? throw ArchiveRefusal.Missing(name);
        try
        {
            using var stream = entry.Open();
            using var content = new MemoryStream((int)(length ?? 0));
            var chunk = new byte[81_920];
            for (int read; (read = stream.Read(chunk)) > 0;)
            {
                if (content.Length + read > (length ?? MostBytesOfEntry))
                {
                    throw length is null ? ArchiveRefusal.TooLarge() : ArchiveRefusal.Damaged(name);
                }

                content.Write(chunk, 0, read);
            }

            var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
            return content.Length == (length ?? content.Length) && Crc32.HashToUInt32(bytes.Span) == entry.Crc32
                ? BinaryData.FromBytes(bytes)
                : throw ArchiveRefusal.Damaged(name);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw ArchiveRefusal.Damaged(name);
        }
    }
}
