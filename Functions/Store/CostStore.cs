using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// Costs: table <c>Costs</c>, one partition per mutualisation, one document per year, and beside it what was said of the
/// calls of the year.
/// </summary>
internal sealed class CostStore(VersionedDocuments documents)
{
    private const string States = "calls";

    /// <summary>The costs of a year, with the states of their calls; null when none is known.</summary>
    public async Task<KnownCosts?> FindAsync(
        Community community, string mutualisation, int year, CancellationToken cancellationToken)
    {
        var of = Partition(community.Siren, mutualisation);
        var known = await KnownAsync(
            community, Table.CreateQueryFilter($"PartitionKey eq {of} and RowKey ge {Row(year)} and RowKey le {StatesRow(year)}"), cancellationToken);
        return known.SingleOrDefault();
    }

    /// <summary>The costs of every known year, in order, with the states of their calls.</summary>
    public async Task<IReadOnlyList<CostYear>> ListAsync(
        Community community, string mutualisation, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(
            community, Table.CreateQueryFilter($"PartitionKey eq {Partition(community.Siren, mutualisation)}"), cancellationToken);
        return [.. known.Select(costs => costs.Value)];
    }

    /// <summary>Puts costs that were read without problem.</summary>
    public Task<(StoredDocument Document, bool Changed)> PutAsync(
        Siren siren, string mutualisation, int year, CostDocument document, PutTerms terms, CancellationToken cancellationToken) =>
        documents.PutAsync(
            Partition(siren, mutualisation),
            Row(year),
            Write(document),
            terms,
            cancellationToken);

    /// <summary>Takes costs that were just written back; null before when there were none.</summary>
    public Task TakeBackAsync(StoredDocument written, StoredDocument? before, CancellationToken cancellationToken) =>
        documents.TakeBackAsync(written, before, cancellationToken);

    /// <summary>Says something of a call, on what was said before; the same again changes nothing.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="said">What is said, and of which call.</param>
    /// <param name="require">Refuses to take the place of what was said last.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task SayAsync(
        Siren siren, string mutualisation, int year, ToldCall said, Action<ToldCall?> require, CancellationToken cancellationToken) =>
        documents.DecideAsync(
            Partition(siren, mutualisation),
            StatesRow(year),
            found =>
            {
                var before = found is null ? CallStates.None : ReadStates(found);
                var after = before.Say(said);
                if (ReferenceEquals(after, before))
                {
                    return null;
                }

                require(before.Find(said.Call));
                return BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(after, CallStateJson.Documents.CallStates));
            },
            PutTerms.Always,
            cancellationToken);

    /// <summary>The bytes under which costs are kept.</summary>
    public static BinaryData Write(CostDocument document) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(document, StoreJson.Documents.CostDocument));

    /// <summary>Costs as they are kept.</summary>
    public static CostDocument Parse(StoredDocument document) =>
        JsonSerializer.Deserialize(document.Json, StoreJson.Documents.CostDocument)
        ?? throw new InvalidDataException("A cost document is empty.");

    private async Task<List<KnownCosts>> KnownAsync(Community community, string filter, CancellationToken cancellationToken)
    {
        var years = new List<KnownCosts>();
        await foreach (var document in documents.ListAsync(filter, cancellationToken))
        {
            if (!IsStates(document))
            {
                years.Add(new KnownCosts(Known(document, community), document, CallStates.None));
            }
            else if (years is [.., var last] && document.RowKey == StatesRow(last.Value.Year))
            {
                // They come after the costs of their year.
                var states = ReadStates(document);
                years[^1] = last with { Value = states.Of(last.Value), States = states };
            }
        }

        return years;
    }

    private static string Partition(Siren siren, string mutualisation) => TableKey.Join(siren.ToString(), mutualisation);

    private static string Row(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static string StatesRow(int year) => TableKey.Join(Row(year), States);

    private static bool IsStates(StoredDocument document) => TableKey.Split(document.RowKey) is [_, States];

    private static CallStates ReadStates(StoredDocument document) =>
        JsonSerializer.Deserialize(document.Json, CallStateJson.Documents.CallStates)
        ?? throw new InvalidDataException("The states of calls are empty.");

    /// <summary>What a changed community would break in the costs of a mutualisation.</summary>
    public async Task<IReadOnlyList<Refusal>> BrokenByAsync(
        Community changed, string mutualisation, CancellationToken cancellationToken)
    {
        var filter = Table.CreateQueryFilter($"PartitionKey eq {Partition(changed.Siren, mutualisation)}");
        var problems = new List<Refusal>();
        await foreach (var document in documents.ListAsync(filter, cancellationToken))
        {
            if (IsStates(document))
            {
                continue;
            }

            problems.AddRange(Read(document, changed).Problems.Select(p => Refusals.CommunityUsedBy.At(
                "/members", $"Coûts {document.RowKey} de « {mutualisation} »", p.Pointer, p.Message)));
        }

        return problems;
    }

    private static Outcome<CostYear> Read(StoredDocument document, Community community) => CostReader.Read(
        int.Parse(document.RowKey, NumberStyles.None, CultureInfo.InvariantCulture),
        Parse(document),
        community);

    private static CostYear Known(StoredDocument document, Community community) =>
        Read(document, community).Value ?? throw new InvalidDataException("A stored cost document breaks a rule.");
}

/// <summary>The costs of a year that are known.</summary>
/// <param name="Value">The costs, each call with where it was last said to stand.</param>
/// <param name="Document">The costs as they are kept.</param>
/// <param name="States">What was said of the calls; of calls that were corrected since too.</param>
internal sealed record KnownCosts(CostYear Value, StoredDocument Document, CallStates States);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseName<CallState>)])]
[JsonSerializable(typeof(CallStates))]
internal sealed partial class CallStateJson : JsonSerializerContext
{
    /// <summary>The context every document goes through.</summary>
    public static CallStateJson Documents => field ??= new(ReadableJson.Of(Default));
}
