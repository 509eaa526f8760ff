using System.Globalization;
using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// What was decided of each year of a mutualisation: table <c>Registry</c>. A decision replaces the one before; earlier
/// ones stay in container <c>history</c>.
/// </summary>
internal sealed class DecisionStore(VersionedDocuments documents)
{
    private const string Row = "decision";

    /// <summary>The decision of a year; null when none was taken.</summary>
    public async Task<KeptDecision?> FindAsync(Siren siren, string mutualisation, int year, CancellationToken cancellationToken) =>
        await documents.FindAsync(siren.ToString(), RowOf(mutualisation, year), cancellationToken) is { } document ? Known(document) : null;

    /// <summary>The decisions that hold, of every year of every mutualisation of a community.</summary>
    public Task<IReadOnlyList<(string Mutualisation, int Year, KeptDecision Decision)>> ListAsync(
        Siren siren, CancellationToken cancellationToken) => ListFromAsync(siren, TableKey.Join(Row, ""), cancellationToken);

    /// <summary>The decisions that hold, of every year of one mutualisation.</summary>
    public Task<IReadOnlyList<(string Mutualisation, int Year, KeptDecision Decision)>> ListAsync(
        Siren siren, string mutualisation, CancellationToken cancellationToken) =>
        ListFromAsync(siren, TableKey.Join(Row, mutualisation, ""), cancellationToken);

    private async Task<IReadOnlyList<(string Mutualisation, int Year, KeptDecision Decision)>> ListFromAsync(
        Siren siren, string from, CancellationToken cancellationToken)
    {
        var filter = Table.CreateQueryFilter($"PartitionKey eq {siren.ToString()} and RowKey ge {from} and RowKey lt {from[..^1] + "}"}");
        var decisions = new List<(string Mutualisation, int Year, KeptDecision Decision)>();
        await foreach (var document in documents.ListAsync(filter, cancellationToken))
        {
            var row = TableKey.Split(document.RowKey);
            decisions.Add((row[1], int.Parse(row[2], NumberStyles.None, CultureInfo.InvariantCulture), Known(document)));
        }

        return decisions;
    }

    /// <summary>Every decision of a year that was ever recorded, the present one last; empty when none was taken.</summary>
    public async Task<IReadOnlyList<KeptDecision>> HistoryAsync(
        Siren siren, string mutualisation, int year, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(siren.ToString(), RowOf(mutualisation, year), cancellationToken) is not { } present)
        {
            return [];
        }

        var versions = await documents.VersionsAsync(present, cancellationToken);
        return [.. versions.Select(v => Known(present with { Version = v.Version, Json = v.Json }))];
    }

    /// <summary>Records a decision, on the one before.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="year">Of the evaluation.</param>
    /// <param name="decide">Gives what is decided now; the same when nothing changes.</param>
    /// <param name="terms">What must be there, and whether anything is written.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="StaleDocumentException">What is there is not what the caller asks for.</exception>
    public async Task<(StoredDocument Document, bool Changed)> DecideAsync(
        Siren siren,
        string mutualisation,
        int year,
        Func<KeptDecision?, DecisionDocument> decide,
        PutTerms terms,
        CancellationToken cancellationToken)
    {
        var (document, changed) = await documents.DecideAsync(
            siren.ToString(),
            RowOf(mutualisation, year),
            found =>
            {
                var before = found is null ? null : Known(found);
                var after = decide(before);
                return ReferenceEquals(after, before?.Document)
                    ? null
                    : BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(after, StoreJson.Documents.DecisionDocument));
            },
            terms,
            cancellationToken);
        return (document!, changed);
    }

    private static string RowOf(string mutualisation, int year) =>
        TableKey.Join(Row, mutualisation, year.ToString("D4", CultureInfo.InvariantCulture));

    private static KeptDecision Known(StoredDocument stored)
    {
        var document = JsonSerializer.Deserialize(stored.Json, StoreJson.Documents.DecisionDocument)
            ?? throw new InvalidDataException("A decision is empty.");
        return new KeptDecision(
            DecisionReader.Read(document).Value ?? throw new InvalidDataException("A stored decision breaks a rule."), document, stored);
    }
}

/// <summary>A decision that was recorded.</summary>
/// <param name="Value">What was decided.</param>
/// <param name="Document">The same as it is written, with who decided and when.</param>
/// <param name="Stored">As it is kept.</param>
public sealed record KeptDecision(Decision Value, DecisionDocument Document, StoredDocument Stored);
