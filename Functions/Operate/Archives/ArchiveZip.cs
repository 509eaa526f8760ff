using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Core.Communities;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>An archive that is being written: what went into it is listed in it at the end, with its hashes.</summary>
internal sealed class ArchiveZip(Stream file) : IDisposable
{
    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<ArchivedPart> _parts = [];

    /// <summary>Adds an entry.</summary>
    public void Add(string name, BinaryData content)
    {
        var bytes = content.ToMemory().Span;
        _parts.Add(new ArchivedPart(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Write(name, bytes);
    }

    /// <summary>Adds an entry of JSON.</summary>
    public void Add<T>(string name, T value, JsonTypeInfo<T> shape) =>
        Add(name, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(value, shape)));

    /// <summary>Adds what lists all the others; nothing is added after it.</summary>
    public void Seal(Siren siren) => Write(
        ArchiveFile.Manifest,
        JsonSerializer.SerializeToUtf8Bytes(
            new ArchiveManifest(ArchiveFile.Format, siren.ToString(), _parts), ArchiveJson.Default.ArchiveManifest));

    public void Dispose() => _zip.Dispose();

    private void Write(string name, ReadOnlySpan<byte> content)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = StableZip.Timeless;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
