using System.Text.Json.Serialization;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>What an archive says of itself.</summary>
/// <param name="Format">How it is laid out.</param>
/// <param name="Siren">Community it is of.</param>
/// <param name="Parts">Every other entry, in the order of the archive; null in the formats before.</param>
internal sealed record ArchiveManifest(string Format, string Siren, IReadOnlyList<ArchivedPart>? Parts = null);

/// <summary>An entry of an archive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Bytes of its content.</param>
/// <param name="Sha256">Of its content, 64 lower-case hexadecimal digits.</param>
internal sealed record ArchivedPart(string Name, long Length, string Sha256);

/// <summary>Names in an archive, and the file it is written in.</summary>
internal static class ArchiveFile
{
    public const string MediaType = "application/zip";
    public const string Format = "evaluation-archive/2";
    public const string Manifest = "archive.json";
    public const string Journal = "journal/";
    public const string Reports = "reports/";
    public const string ReportIndex = "reports.json";

    /// <summary>For readers: who did what here stays the trail of this app.</summary>
    public const string Audit = "audit.json";

    /// <summary>The values of a service, for readers: the tables are made again from the journal.</summary>
    public static string ValuesOf(string mutualisation) => $"values/{mutualisation}.csv";

    /// <summary>A file that goes away with its stream.</summary>
    public static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        bufferSize: 81_920,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ArchiveManifest))]
[JsonSerializable(typeof(IReadOnlyList<ArchivedReport>))]
[JsonSerializable(typeof(IReadOnlyList<Store.AuditEntry>))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
