using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Functions.Collect.Formats.Xlsx;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>What an archive says of itself.</summary>
internal sealed record ArchiveMark(string Format, string Siren);

/// <summary>A version of a report, in the index of an archive.</summary>
internal sealed record ArchivedReport(
    string Mutualisation, string Kind, string Period, int Version, string Fingerprint, DateOnly GeneratedOn, IReadOnlyList<ArchivedFile> Files)
{
    public Store.ReportVersion VersionOf(Core.Communities.Siren siren) =>
        new(new Store.ReportKey(siren, Mutualisation, Kind, Period), Version, Fingerprint, GeneratedOn, []);
}

internal sealed record ArchivedFile(string Name, string ContentType);

/// <summary>Names in an archive, and how its entries are written.</summary>
internal static class ArchiveFile
{
    public const string MediaType = "application/zip";
    public const string Format = "evaluation-archive/1";
    public const string Mark = "archive.json";
    public const string Journal = "journal/";
    public const string Reports = "reports/";
    public const string ReportIndex = "reports.json";

    /// <summary>For readers: the tables are made again from the journal.</summary>
    public const string Values = "values/";

    /// <summary>For readers: who did what here stays the trail of this app.</summary>
    public const string Audit = "audit.json";

    /// <summary>Adds an entry.</summary>
    public static void Add(ZipArchive zip, string name, BinaryData content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = StableZip.Timeless;
        using var stream = entry.Open();
        stream.Write(content.ToMemory().Span);
    }

    /// <summary>A file that goes away with its stream.</summary>
    public static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        bufferSize: 81_920,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    public static BinaryData Json<T>(T value, JsonTypeInfo<T> shape) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(value, shape));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArchiveMark))]
[JsonSerializable(typeof(IReadOnlyList<ArchivedReport>))]
[JsonSerializable(typeof(IReadOnlyList<Store.AuditEntry>))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
