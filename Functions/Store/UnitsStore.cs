using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// What members say of their units: table <c>Registry</c>, one document a period and a member. What is said now takes the
/// place of what was said before, which stays in container <c>history</c>.
/// </summary>
internal sealed class UnitsStore(VersionedDocuments documents)
{
    private const string Row = "units";

    /// <summary>What a member says of a period; null when it said nothing.</summary>
    public async Task<KeptUnits?> FindAsync(Siren siren, string mutualisation, Siren member, Period period, CancellationToken cancellationToken) =>
        await documents.FindAsync(siren.ToString(), RowOf(mutualisation, member, period), cancellationToken) is { } document ? Known(document) : null;

    /// <summary>What members say of the periods of some years, in the order of their rows.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="first">The first year.</param>
    /// <param name="last">The last year.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<KeptUnits>> ListAsync(
        Siren siren, string mutualisation, int first, int last, CancellationToken cancellationToken)
    {
        // The text of every period begins with its year.
        string From(int year) => TableKey.Join(Row, mutualisation, Period.OfYear(year).ToString());
        var filter = Table.CreateQueryFilter($"PartitionKey eq {siren.ToString()} and RowKey ge {From(first)} and RowKey lt {From(last) + "}"}");
        var answers = new List<KeptUnits>();
        await foreach (var document in documents.ListAsync(filter, cancellationToken))
        {
            answers.Add(Known(document));
        }

        return answers;
    }

    /// <summary>Records what is said of a period, on what was said before.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="member">Whose units.</param>
    /// <param name="period">Of which period.</param>
    /// <param name="decide">Gives what holds now; the same document when nothing changes.</param>
    /// <param name="terms">What must be there, and whether anything is written.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="StaleDocumentException">What is there is not what the caller asks for.</exception>
    public async Task<(KeptUnits Kept, bool Changed)> DecideAsync(
        Siren siren,
        string mutualisation,
        Siren member,
        Period period,
        Func<KeptUnits?, UnitsAnswerDocument> decide,
        PutTerms terms,
        CancellationToken cancellationToken)
    {
        var (document, changed) = await documents.DecideAsync(
            siren.ToString(),
            RowOf(mutualisation, member, period),
            found =>
            {
                var before = found is null ? null : Known(found);
                var after = decide(before);
                return ReferenceEquals(after, before?.Document)
                    ? null
                    : BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(after, StoreJson.Documents.UnitsAnswerDocument));
            },
            terms,
            cancellationToken);
        return (Known(document!), changed);
    }

    private static string RowOf(string mutualisation, Siren member, Period period) =>
        TableKey.Join(Row, mutualisation, period.ToString(), member.ToString());

    private static KeptUnits Known(StoredDocument stored)
    {
        var row = TableKey.Split(stored.RowKey);
        var document = JsonSerializer.Deserialize(stored.Json, StoreJson.Documents.UnitsAnswerDocument)
            ?? throw new InvalidDataException("What a member says of its units is empty.");
        if (!Period.TryParse(row[2], out var period) || !Siren.TryParse(row[3], out var member))
        {
            throw new InvalidDataException("What a member says of its units is not where it belongs.");
        }

        return new KeptUnits(
            UnitsAnswerReader.Read(member, period, document).Value
                ?? throw new InvalidDataException("What a member says of its units breaks a rule."),
            document,
            stored);
    }
}

/// <summary>What a member said of its units, as it was recorded.</summary>
/// <param name="Value">What was said.</param>
/// <param name="Document">The same as it is written, with who said it and when.</param>
/// <param name="Stored">As it is kept.</param>
public sealed record KeptUnits(UnitsAnswer Value, UnitsAnswerDocument Document, StoredDocument Stored);
