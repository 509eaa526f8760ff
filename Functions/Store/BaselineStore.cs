using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Savings;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>What services were before pooling: table <c>Registry</c>, beside the mutualisation.</summary>
internal sealed class BaselineStore(VersionedDocuments documents)
{
    private const string BaselineRow = "baseline";

    /// <summary>The baseline of a mutualisation; null when none was recorded.</summary>
    public async Task<Registered<Baseline>?> FindAsync(
        Community community, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        await documents.FindAsync(community.Siren.ToString(), RowOf(mutualisation.Id), cancellationToken) is { } document
            ? Known(document, community)
            : null;

    /// <summary>Puts a baseline that was read without problem.</summary>
    public Task<(StoredDocument Document, bool Changed)> PutAsync(
        Community community,
        Mutualisation mutualisation,
        BaselineDocument document,
        PutTerms terms,
        CancellationToken cancellationToken) =>
        documents.PutAsync(
            community.Siren.ToString(),
            RowOf(mutualisation.Id),
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(document, StoreJson.Documents.BaselineDocument)),
            terms,
            cancellationToken);

    /// <summary>Takes a baseline that was just written back; null before when there was none.</summary>
    public Task TakeBackAsync(StoredDocument written, StoredDocument? before, CancellationToken cancellationToken) =>
        documents.TakeBackAsync(written, before, cancellationToken);

    /// <summary>Where the baseline of a mutualisation is.</summary>
    public static string RowOf(string mutualisation) => TableKey.Join(BaselineRow, mutualisation);

    /// <summary>What a changed community would break in the baseline of a mutualisation.</summary>
    public async Task<IReadOnlyList<Refusal>> BrokenByAsync(
        Community changed, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        await documents.FindAsync(changed.Siren.ToString(), RowOf(mutualisation.Id), cancellationToken) is { } document
            ? [.. Read(document, changed).Problems.Select(p => Refusals.CommunityUsedBy.At(
                "", $"Situation de référence de « {mutualisation.Id} »", p.Pointer, p.Message))]
            : [];

    private static Outcome<Baseline> Read(StoredDocument document, Community community) => BaselineReader.Read(
        JsonSerializer.Deserialize(document.Json, StoreJson.Documents.BaselineDocument)
            ?? throw new InvalidDataException("A baseline document is empty."),
        community,
        Catalogue.Standard);

    private static Registered<Baseline> Known(StoredDocument document, Community community) => new(
        Read(document, community).Value ?? throw new InvalidDataException("A stored baseline breaks a rule."), document);
}
