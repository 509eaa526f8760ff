using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Versions;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>What a version rests on, as a file beside it.</summary>
internal static class BaseFile
{
    private const string Name = "base.json";

    /// <summary>The file: same base, same bytes.</summary>
    public static ReportFile Of(VersionBase of) => new(
        Name, "application/json", BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(of, BaseJson.Readable.VersionBase)));

    /// <summary>What a published version rests on; null when it kept nothing, as versions did before there was such a file.</summary>
    /// <exception cref="InvalidDataException">The file is not there, or says no such thing.</exception>
    public static async Task<VersionBase?> FindAsync(ReportStore reports, ReportVersion version, CancellationToken cancellationToken)
    {
        var file = await reports.FindFileAsync(version, Name, cancellationToken);
        return file is null ? null : ReadableJson.Read(file.Content, BaseJson.Readable.VersionBase, version.PathOf(Name));
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseName<CallKind>),
        typeof(CamelCaseName<CostCategory>),
        typeof(CamelCaseName<CostStage>),
        typeof(CamelCaseName<RecordKind>),
        typeof(CamelCaseName<TermTopic>),
        typeof(CamelCaseName<ValueQuality>),
        typeof(CamelCaseName<ValueStatus>),
        typeof(PeriodConverter),
        typeof(SirenConverter),
    ])]
[JsonSerializable(typeof(VersionBase))]
internal sealed partial class BaseJson : JsonSerializerContext
{
    /// <summary>The context bases go through; French stays readable.</summary>
    public static BaseJson Readable => field ??= new(ReadableJson.Of(Default));
}
