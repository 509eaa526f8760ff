using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Rebuild;

namespace Evaluation.Functions.Operate.Rebuild;

/// <summary>
/// Makes tables <c>Values</c> and <c>Submissions</c> again from the journal, byte for byte. Rows of values are only
/// written where they differ; those of submissions are all put again, because one that is spoiled cannot be compared.
/// What a submission wrote of which the journal no longer tells stays as the tables have it.
/// </summary>
internal sealed class TableRebuild(
    Journal journal, SubmissionLog log, SubmissionIntake intake, ValueStore values, TimeProvider clock)
{
    private const int MaxActions = 100;
    private const int ReadAtOnce = 16;
    private const int MaxAttempts = 5;

    /// <summary>Rebuilds what one mutualisation holds; the reports of the years that it mends are out of date.</summary>
    /// <exception cref="RefusalException">409 when values keep coming in meanwhile.</exception>
    public Task<RebuildResult> RebuildAsync(
        Community community, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        UntilDoneAsync(community, mutualisation, outdates: true, cancellationToken);

    /// <summary>The same of values put back together with the reports that rest on them: these stay as they are.</summary>
    /// <exception cref="RefusalException">The same.</exception>
    public Task<RebuildResult> RestoreAsync(
        Community community, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        UntilDoneAsync(community, mutualisation, outdates: false, cancellationToken);

    private async Task<RebuildResult> UntilDoneAsync(
        Community community, Mutualisation mutualisation, bool outdates, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            try
            {
                if (await TryRebuildAsync(community, mutualisation, outdates, cancellationToken) is { } result)
                {
                    return result;
                }
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
            {
                // A submission came in between: what it wrote is in the journal by now.
            }
        }

        throw EdgeRefusals.RebuildBusy.Refused();
    }

    private async Task<RebuildResult?> TryRebuildAsync(
        Community community, Mutualisation mutualisation, bool outdates, CancellationToken cancellationToken)
    {
        var ids = await journal.ListAsync(community.Siren, mutualisation.Id, cancellationToken);
        var rebuilt = new RebuiltValues(community.Siren, mutualisation.Id);
        var damaged = new List<DamagedSubmission>();
        foreach (var chunk in ids.Chunk(ReadAtOnce))
        {
            var read = await Task.WhenAll(chunk.Select(id => ReadAsync(community, mutualisation, id, cancellationToken)));
            foreach (var (submission, answer, damage) in read)
            {
                if ((Add(submission, rebuilt) ?? damage) is { } found)
                {
                    damaged.Add(DamagedSubmission.Of(found));
                }

                if (submission is null && answer is not null)
                {
                    Expect(answer, rebuilt);
                }
            }
        }

        var partitions = await values.PartitionsAsync(community.Siren, mutualisation.Id, cancellationToken);
        await TakeOverAsync(rebuilt, damaged, partitions, cancellationToken);
        var known = ids.Select(id => id.Text).ToHashSet(StringComparer.Ordinal);
        var expected = rebuilt.Partitions();
        var (written, removed) = (0, 0);
        foreach (var partition in expected.Keys.Union(partitions, StringComparer.Ordinal))
        {
            var mending = new PartitionMending(expected.GetValueOrDefault(partition) ?? []);
            await foreach (var row in values.EverythingAsync(partition, cancellationToken))
            {
                mending.Compare(row);
            }

            foreach (var submission in mending.Submissions.Where(s => !known.Contains(s)))
            {
                if (await journal.HasEntryAsync(community.Siren, mutualisation.Id, new SubmissionId(submission), cancellationToken))
                {
                    return null;
                }
            }

            var mended = mending.Actions();
            if (outdates && mended.Count > 0)
            {
                // Before, so that a crash loses no note; again after, so that a report read in between is out of date too.
                await NoteAsync();
            }

            foreach (var actions in mended.Chunk(MaxActions))
            {
                await values.WriteAsync(actions, cancellationToken);
            }

            if (outdates && mended.Count > 0)
            {
                await NoteAsync();
            }

            Task NoteAsync() => log.NoteChangeAsync(
                community.Siren, mutualisation.Id, ValueStore.YearOf(partition), clock.GetUtcNow(), cancellationToken);

            written += mending.Written;
            removed += mending.Removed;
        }

        return new RebuildResult(mutualisation.Id, ids.Count, rebuilt.Count, written, removed, damaged, [.. rebuilt.Missing().Select(m => MissingRevision.Of(m.Key, m.Revision))]);
    }

    // An answer without its rows still tells which revisions there were.
    private static void Expect(SubmissionAnswer answer, RebuiltValues rebuilt)
    {
        foreach (var told in answer.Results)
        {
            if (told is { Revision: { } revision, Indicator: { } indicator } && Period.TryParse(told.Period, out var period))
            {
                Siren? member = Siren.TryParse(told.Member ?? "", out var known) ? known : null;
                rebuilt.Expect(new ValueKey(indicator, member, period), revision);
            }
        }
    }

    private static DamagedSubmissionException? Add(JournaledSubmission? submission, RebuiltValues rebuilt)
    {
        try
        {
            submission?.AddTo(rebuilt);
            return null;
        }
        catch (DamagedSubmissionException e)
        {
            return e;
        }
    }

    private async Task TakeOverAsync(
        RebuiltValues rebuilt, List<DamagedSubmission> damaged, IReadOnlyList<string> partitions, CancellationToken cancellationToken)
    {
        if (damaged.Count == 0)
        {
            return;
        }

        var submissions = damaged.Select(d => d.SubmissionId).ToHashSet(StringComparer.Ordinal);
        foreach (var partition in partitions)
        {
            await foreach (var row in values.EverythingAsync(partition, cancellationToken))
            {
                rebuilt.TakeOver(row, submissions);
            }
        }
    }

    // One submission that cannot be read never keeps the others from being: it is told.
    private async Task<(JournaledSubmission? Submission, SubmissionAnswer? Answer, DamagedSubmissionException? Damage)> ReadAsync(
        Community community, Mutualisation mutualisation, SubmissionId id, CancellationToken cancellationToken)
    {
        SubmissionAnswer? answer = null;
        LoggedSubmission? submission = null;
        try
        {
            var kept = await journal.FindAnswerAsync(community.Siren, mutualisation.Id, id, cancellationToken);
            answer = WrittenAnswer.FindReadable(id, kept)?.Answer;
            var entry = await journal.FindEntryAsync(community.Siren, mutualisation.Id, id, cancellationToken)
                ?? throw new DamagedSubmissionException(id, SubmissionPart.Entry);
            submission = new LoggedSubmission(
                community.Siren, mutualisation.Id, id, entry.Terms, entry.Sha256, SubmissionState.Applied, null);
            answer ??= kept is null
                ? (await intake.ResumeAsync(community, mutualisation, submission, cancellationToken))?.Answer
                : null;
            var journaled = new JournaledSubmission(
                id, entry, answer ?? throw new DamagedSubmissionException(id, SubmissionPart.Answer));
            await log.PutAsync(submission with { Counts = journaled.Answer.Counts }, cancellationToken);

            // Entry and answer tell the values; what was sent is lost all the same, and is told.
            var body = await journal.FindBodyAsync(community.Siren, mutualisation.Id, id, cancellationToken);
            var isWhole = body is not null && SubmissionId.HashOf(body.ToMemory().Span) == entry.Sha256;
            return (journaled, answer, isWhole ? null : new DamagedSubmissionException(id, SubmissionPart.Body));
        }
        catch (DamagedSubmissionException e)
        {
            if (submission is not null && await log.FindAsync(community.Siren, mutualisation.Id, id, cancellationToken) is null)
            {
                await log.PutAsync(submission, cancellationToken);
            }

            return (null, answer, e);
        }
    }
}
