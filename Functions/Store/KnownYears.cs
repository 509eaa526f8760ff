using Evaluation.Core.Communities;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>The rows of some years as they were read, and what a submission would make of them.</summary>
internal sealed record KnownYears(IReadOnlyDictionary<int, IReadOnlyList<TableEntity>> Rows)
{
    /// <summary>Reads the years that accepted rows touch.</summary>
    public static async Task<KnownYears> ReadAsync(
        ValueStore store, Siren siren, string mutualisation, IReadOnlyList<CheckedRow> rows, CancellationToken cancellationToken)
    {
        var years = rows.Where(r => r.IsAccepted).Select(r => r.Key!.Value.Period.Year).Distinct().ToList();
        var read = await Task.WhenAll(years.Select(year => ReadAsync(store, siren, mutualisation, year, cancellationToken)));
        return new KnownYears(years.Zip(read).ToDictionary(y => y.First, y => y.Second));
    }

    /// <summary>Reads everything a year holds.</summary>
    public static async Task<IReadOnlyList<TableEntity>> ReadAsync(
        ValueStore store, Siren siren, string mutualisation, int year, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in store.EverythingAsync(siren, mutualisation, year, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>What rows would become of what is known, without writing anything.</summary>
    public IReadOnlyList<AppliedRow> Classify(
        Siren siren, string mutualisation, SubmissionId submission, IReadOnlyList<CheckedRow> rows, WriteStrategy strategy)
    {
        var applied = Refused(rows);
        foreach (var (year, ofYear) in Split(rows))
        {
            var changes = Changes(ValueStore.PartitionOf(siren, mutualisation, year), submission, strategy, Rows[year]);
            foreach (var (index, row) in ofYear)
            {
                applied[index] = changes.Try(row);
            }
        }

        return applied;
    }

    /// <summary>The changes of a submission to a partition that holds some rows, none put yet.</summary>
    public static YearChanges Changes(
        string partition, SubmissionId submission, WriteStrategy strategy, IReadOnlyList<TableEntity> rows)
    {
        var changes = new YearChanges(partition, submission, strategy);
        foreach (var row in rows)
        {
            changes.Know(row);
        }

        return changes;
    }

    /// <summary>Every row refused, which is what becomes of those that were not accepted.</summary>
    public static AppliedRow[] Refused(IReadOnlyList<CheckedRow> rows)
    {
        var applied = new AppliedRow[rows.Count];
        Array.Fill(applied, new AppliedRow(RowOutcome.Rejected, null));
        return applied;
    }

    /// <summary>The accepted rows and their ranks, by the year they belong to.</summary>
    public static OrderedDictionary<int, List<(int Index, CheckedRow Row)>> Split(IReadOnlyList<CheckedRow> rows)
    {
        var years = new OrderedDictionary<int, List<(int Index, CheckedRow Row)>>();
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Key is not { } key)
            {
                continue;
            }

            if (!years.TryGetValue(key.Period.Year, out var ofYear))
            {
                years.Add(key.Period.Year, ofYear = []);
            }

            ofYear.Add((index, rows[index]));
        }

        return years;
    }
}
