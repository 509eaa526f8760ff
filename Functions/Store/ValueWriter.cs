using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Store;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>The value was not known.</summary>
    Created,

    /// <summary>The value replaces another, which stays in the journal.</summary>
    Changed,

    /// <summary>The value was already there.</summary>
    Unchanged,

    /// <summary>A submission received later already gave this value; it stays.</summary>
    Superseded,

    /// <summary>The row was refused.</summary>
    Rejected,
}

/// <summary>
/// Applies the accepted rows of a submission: reads the touched partitions, classifies each row, writes only what
/// changes, under If-Match; on a conflict reads again and repeats, bounded. Twice is the same as once.
/// </summary>
internal sealed class ValueWriter(ValueStore store)
{
    private const int MaxActions = 100;
    private const int MaxAttempts = 8;

    /// <summary>The outcome of every row; a row without value is <see cref="RowOutcome.Rejected"/>.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="submission">Id of the submission; ids are ordered by time of reception.</param>
    /// <param name="rows">Checked rows, in order.</param>
    /// <param name="dryRun">Classify only.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<RowOutcome>> ApplyAsync(
        Siren siren,
        string mutualisation,
        string submission,
        IReadOnlyList<CheckedRow> rows,
        bool dryRun,
        CancellationToken cancellationToken)
    {
        var outcomes = new RowOutcome[rows.Count];
        Array.Fill(outcomes, RowOutcome.Rejected);
        var years = rows.Index().Where(r => r.Item.Value is not null).GroupBy(r => r.Item.Value!.Key.Period.Year);
        foreach (var year in years)
        {
            await ApplyYearAsync(siren, mutualisation, year.Key, submission, [.. year], outcomes, dryRun, cancellationToken);
        }

        return outcomes;
    }

    private async Task ApplyYearAsync(
        Siren siren,
        string mutualisation,
        int year,
        string submission,
        List<(int Index, CheckedRow Row)> rows,
        RowOutcome[] outcomes,
        bool dryRun,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var changes = new YearChanges(ValueStore.PartitionOf(siren, mutualisation, year));
            await foreach (var row in store.RowsAsync(siren, mutualisation, year, cancellationToken))
            {
                changes.Know(row);
            }

            foreach (var (index, row) in rows)
            {
                outcomes[index] = changes.Put(row, submission);
            }

            if (dryRun)
            {
                return;
            }

            try
            {
                foreach (var batch in changes.Actions.Chunk(MaxActions))
                {
                    await store.WriteAsync(batch, cancellationToken);
                }

                return;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && attempt < MaxAttempts)
            {
                // Someone else wrote the same rows: read again and classify again.
            }
        }
    }
}
