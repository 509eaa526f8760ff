using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// The years of each mutualisation whose amounts were settled: table <c>Registry</c>, one document a mutualisation, for what
/// a year leaves to settle goes to another. Each act replaces the document before under If-Match; earlier ones stay in
/// container <c>history</c>.
/// </summary>
internal sealed class SettledYearStore(VersionedDocuments documents)
{
    private const string Row = "settled";

    /// <summary>The settled years of a mutualisation.</summary>
    public async Task<SettledYears> OfAsync(Siren siren, string mutualisation, CancellationToken cancellationToken) =>
        await documents.FindAsync(siren.ToString(), RowOf(mutualisation), cancellationToken) is { } document
            ? Read(document)
            : SettledYears.None;

    /// <summary>Decides of the years of a mutualisation, on what was decided before.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="decide">Gives what is decided now; the same when nothing changes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<SettledYears> DecideAsync(
        Siren siren, string mutualisation, Func<SettledYears, SettledYears> decide, CancellationToken cancellationToken)
    {
        var decided = SettledYears.None;
        await documents.DecideAsync(
            siren.ToString(),
            RowOf(mutualisation),
            found =>
            {
                var before = found is null ? SettledYears.None : Read(found);
                decided = decide(before);
                return ReferenceEquals(decided, before) ? null : Written(decided);
            },
            PutTerms.Always,
            cancellationToken);
        return decided;
    }

    private static string RowOf(string mutualisation) => TableKey.Join(Row, mutualisation);

    private static BinaryData Written(SettledYears settled) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(settled, SettledYearJson.Documents.SettledYears));

    private static SettledYears Read(StoredDocument document) =>
        JsonSerializer.Deserialize(document.Json, SettledYearJson.Documents.SettledYears)
        ?? throw new InvalidDataException("The settled years of a mutualisation are empty.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(SirenConverter)])]
[JsonSerializable(typeof(SettledYears))]
internal sealed partial class SettledYearJson : JsonSerializerContext
{
    /// <summary>The context every document goes through.</summary>
    public static SettledYearJson Documents => field ??= new(ReadableJson.Of(Default));
}
