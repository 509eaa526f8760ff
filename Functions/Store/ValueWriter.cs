using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Store;

/// <summary>
/// Applies the accepted rows of a submission: reads the touched partitions, classifies each row, writes only what
/// changes, under If-Match; on a conflict reads again and repeats, bounded. Twice is the same as once.
/// </summary>
internal sealed class ValueWriter(ValueStore store)
{
    // Every conflict means that another writer went through: as many can be in the way as write at once.
    private const int MaxAttempts = 100;
    private const int LongestPauseMilliseconds = 200;

    /// <summary>What became of every row; one that was refused is <see cref="RowOutcome.Rejected"/>.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="submission">Ids are ordered by time of reception.</param>
    /// <param name="rows">Checked rows, in order.</param>
    /// <param name="terms">What the rows are for, and whether all of them are kept or none.</param>
    /// <param name="known">What was just read, which saves reading it again; null otherwise.</param>
    /// <param name="foresee">
    /// Is given what will become of the rows unless another writer is faster, while storage writes them; never called when
    /// nothing is known or all are kept or none.
    /// </param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<AppliedRow>> ApplyAsync(
        Siren siren,
        string mutualisation,
        SubmissionId submission,
        IReadOnlyList<CheckedRow> rows,
        SubmissionTerms terms,
        KnownYears? known,
        Action<IReadOnlyList<AppliedRow>> foresee,
        CancellationToken cancellationToken)
    {
        var applied = KnownYears.Refused(rows);
        var years = KnownYears.Split(rows);
        if (terms.Mode == SubmissionMode.Partial)
        {
            var writing = new List<Task>(years.Count);
            foreach (var (year, ofYear) in years)
            {
                writing.Add(ApplyYearAsync(
                    siren, mutualisation, year, ofYear, submission, terms, known, applied, maySayNone: false, cancellationToken));
            }

            if (known is not null)
            {
                foresee([.. applied]);
            }

            await Task.WhenAll(writing);
            return applied;
        }

        // One year after the other: while nothing is written, a row that was refused meanwhile still refuses them all.
        var isWritten = false;
        foreach (var (year, ofYear) in years)
        {
            var end = await ApplyYearAsync(
                siren, mutualisation, year, ofYear, submission, terms, known, applied, maySayNone: !isWritten, cancellationToken);
            if (end == YearEnd.None)
            {
                return NoneOf(applied);
            }

            isWritten |= end == YearEnd.Written;
        }

        return applied;
    }

    private async Task<YearEnd> ApplyYearAsync(
        Siren siren,
        string mutualisation,
        int year,
        List<(int Index, CheckedRow Row)> rows,
        SubmissionId submission,
        SubmissionTerms terms,
        KnownYears? known,
        AppliedRow[] applied,
        bool maySayNone,
        CancellationToken cancellationToken)
    {
        var partition = ValueStore.PartitionOf(siren, mutualisation, year);
        var isWritten = false;
        for (var attempt = 1; ; attempt++)
        {
            var present = attempt == 1 && known is not null
                ? known.Rows[year]
                : await KnownYears.ReadAsync(store, siren, mutualisation, year, cancellationToken);
            var changes = KnownYears.Changes(partition, submission, terms.Strategy, terms.Reason is not null, present);
            foreach (var (index, row) in rows)
            {
                applied[index] = changes.Put(row);
            }

            isWritten |= changes.WasHereBefore;
            if (maySayNone && !isWritten && rows.Exists(r => applied[r.Index].Outcome == RowOutcome.Rejected))
            {
                return YearEnd.None;
            }

            try
            {
                foreach (var transaction in changes.Transactions())
                {
                    await store.WriteAsync(transaction, cancellationToken);
                    isWritten = true;
                }

                return isWritten ? YearEnd.Written : YearEnd.Unchanged;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && attempt < MaxAttempts)
            {
                // Someone else wrote the same rows: read again and classify again.
                await Task.Delay(PauseOf(submission, attempt), cancellationToken);
            }
        }
    }

    // All or none: a row that another sender was faster to give takes the others with it, while none is written.
    private static AppliedRow[] NoneOf(AppliedRow[] applied) => [.. applied.Select(row => row.Outcome == RowOutcome.Rejected
        ? row
        : new AppliedRow(RowOutcome.Rejected, null) { IsForAnother = true })];

    // Different for each submission, so that those in each other's way part.
    private static TimeSpan PauseOf(SubmissionId submission, int attempt)
    {
        var spread = submission.Text[^1] % 16;
        return TimeSpan.FromMilliseconds(Math.Min((attempt * 10) + spread, LongestPauseMilliseconds));
    }

    private enum YearEnd
    {
        Unchanged,
        Written,

        /// <summary>Nothing is written, and no row is to be.</summary>
        None,
    }
}
