using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Kinds;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// What was decided of the versions of reports: table <c>Registry</c>, one document a report, whose versions and files are
/// never touched. Each act replaces the document before under If-Match; earlier ones stay in container <c>history</c>.
/// </summary>
internal sealed class ReportActsStore(VersionedDocuments documents)
{
    private const string Row = "report";

    /// <summary>What was decided of a report.</summary>
    public async Task<ReportActs> OfAsync(ReportKey key, CancellationToken cancellationToken) =>
        await documents.FindAsync(key.Siren.ToString(), RowOf(key), cancellationToken) is { } document ? Read(document) : ReportActs.None;

    /// <summary>What was decided of each report of a community, or of one of its mutualisations.</summary>
    public async Task<IReadOnlyDictionary<ReportKey, ReportActs>> ListAsync(
        Siren siren, string? mutualisation, CancellationToken cancellationToken)
    {
        var from = mutualisation is null ? TableKey.Join(Row, "") : TableKey.Join(Row, mutualisation, "");
        var filter = Table.CreateQueryFilter($"PartitionKey eq {siren.ToString()} and RowKey ge {from} and RowKey lt {from[..^1] + "}"}");
        var acts = new Dictionary<ReportKey, ReportActs>();
        await foreach (var document in documents.ListAsync(filter, cancellationToken))
        {
            var row = TableKey.Split(document.RowKey);
            acts[new ReportKey(siren, row[1], ReportKey.KindOf(row[2]), row[3])] = Read(document);
        }

        return acts;
    }

    /// <summary>When an annual evaluation of a year was last transmitted, of any service of a community; null when none ever was.</summary>
    public async Task<DateTimeOffset?> TransmittedAtAsync(Siren siren, string year, CancellationToken cancellationToken) =>
        (await ListAsync(siren, null, cancellationToken))
            .Where(acts => acts.Key.Kind == ReportKind.Annual && acts.Key.Period == year)
            .SelectMany(acts => acts.Value.Transmissions)
            .Max(transmission => (DateTimeOffset?)transmission.At);

    /// <summary>Decides of a report, on what was decided before.</summary>
    /// <param name="key">Which.</param>
    /// <param name="decide">Gives what is decided now; the same when nothing changes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ReportActs> DecideAsync(ReportKey key, Func<ReportActs, ReportActs> decide, CancellationToken cancellationToken)
    {
        var decided = ReportActs.None;
        await documents.DecideAsync(
            key.Siren.ToString(),
            RowOf(key),
            found =>
            {
                var before = found is null ? ReportActs.None : Read(found);
                decided = decide(before);
                return ReferenceEquals(decided, before) ? null : Written(decided);
            },
            PutTerms.Always,
            cancellationToken);
        return decided;
    }

    private static string RowOf(ReportKey key) => TableKey.Join(Row, key.Mutualisation, key.KindText, key.Period);

    private static BinaryData Written(ReportActs acts) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(acts, ReportActsJson.Documents.ReportActs));

    private static ReportActs Read(StoredDocument document) =>
        JsonSerializer.Deserialize(document.Json, ReportActsJson.Documents.ReportActs)
        ?? throw new InvalidDataException("What was decided of a report is empty.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportActs))]
internal sealed partial class ReportActsJson : JsonSerializerContext
{
    /// <summary>The context every document goes through.</summary>
    public static ReportActsJson Documents => field ??= new(ReadableJson.Of(Default));
}
