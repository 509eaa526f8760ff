using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Store;

/// <summary>The rows of some years as they were read, and what a submission would make of them.</summary>
internal sealed record KnownYears(IReadOnlyDictionary<int, IReadOnlyList<TableEntity>> Rows)
{
    /// <summary>Reads years, all at once.</summary>
    public static async Task<KnownYears> ReadAsync(
        ValueStore store, Siren siren, string mutualisation, IReadOnlySet<int> years, CancellationToken cancellationToken)
    {
        var reading = new List<Task<IReadOnlyList<TableEntity>>>(years.Count);
        foreach (var year in years)
        {
            reading.Add(ReadAsync(store, siren, mutualisation, year, cancellationToken));
        }

        var read = await Task.WhenAll(reading);
        var known = new Dictionary<int, IReadOnlyList<TableEntity>>(read.Length);
        foreach (var year in years)
        {
            known.Add(year, read[known.Count]);
        }

        return new KnownYears(known);
    }

    /// <summary>The years that accepted rows touch.</summary>
    public static IReadOnlySet<int> TouchedBy(IReadOnlyList<CheckedRow> rows)
    {
        var years = new HashSet<int>();
        foreach (var row in rows)
        {
            if (row.Key is { } key)
            {
                years.Add(key.Period.Year);
            }
        }

        return years;
    }

    /// <summary>The values that are known; those taken back are left out.</summary>
    public IEnumerable<IndicatorValue> Values()
    {
        foreach (var (year, rows) in Rows)
        {
            foreach (var row in rows)
            {
                foreach (var value in ValueStore.ValuesIn(row, year))
                {
                    yield return value;
                }
            }
        }
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
        Siren siren, string mutualisation, SubmissionId submission, IReadOnlyList<CheckedRow> rows, WriteStrategy strategy, bool hasReason)
    {
        var applied = Refused(rows);
        foreach (var (year, ofYear) in Split(rows))
        {
            var changes = Changes(ValueStore.PartitionOf(siren, mutualisation, year), submission, strategy, hasReason, Rows[year]);
            foreach (var (index, row) in ofYear)
            {
                applied[index] = changes.Try(row);
            }
        }

        return applied;
    }

    /// <summary>The changes of a submission to a partition that holds some rows, none put yet.</summary>
    public static YearChanges Changes(
        string partition, SubmissionId submission, WriteStrategy strategy, bool hasReason, IReadOnlyList<TableEntity> rows)
    {
        var changes = new YearChanges(partition, submission, strategy, hasReason);
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
