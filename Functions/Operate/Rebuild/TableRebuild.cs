using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Rebuild;

/// <summary>What a rebuild found and mended.</summary>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Submissions">Submissions in the journal.</param>
/// <param name="Values">Values that they make.</param>
/// <param name="Written">Rows of values that were missing or different.</param>
/// <param name="Removed">Rows of values that no submission gave.</param>
internal sealed record RebuildResult(string Mutualisation, int Submissions, int Values, int Written, int Removed);

/// <summary>
/// Makes tables <c>Values</c> and <c>Submissions</c> again from the journal, byte for byte. Rows of values are only
/// written where they differ; those of submissions are all put again, because one that is spoiled cannot be compared.
/// </summary>
internal sealed class TableRebuild(Journal journal, SubmissionLog log, SubmissionIntake intake, ValueStore values)
{
    private const int MaxActions = 100;
    private const int ReadAtOnce = 16;
    private const int MaxAttempts = 5;

    /// <summary>Rebuilds what one mutualisation holds.</summary>
    /// <exception cref="ApiProblemException">409 when values keep coming in meanwhile.</exception>
    /// <exception cref="InvalidDataException">The journal lacks something.</exception>
    public async Task<RebuildResult> RebuildAsync(
        Community community, Mutualisation mutualisation, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            try
            {
                if (await TryRebuildAsync(community, mutualisation, cancellationToken) is { } result)
                {
                    return result;
                }
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
            {
                // A submission came in between: what it wrote is in the journal by now.
            }
        }

        throw new ApiProblemException(
            409, "rebuild.busy", "Des envois arrivent sans cesse pour ce service : réessayez quand il est plus calme.");
    }

    private async Task<RebuildResult?> TryRebuildAsync(
        Community community, Mutualisation mutualisation, CancellationToken cancellationToken)
    {
        var ids = await journal.ListAsync(community.Siren, mutualisation.Id, cancellationToken);
        var rebuilt = new RebuiltValues(community.Siren, mutualisation.Id);
        foreach (var chunk in ids.Chunk(ReadAtOnce))
        {
            var read = await Task.WhenAll(chunk.Select(id => ReadAsync(community, mutualisation, id, cancellationToken)));
            foreach (var (entry, answer) in read)
            {
                foreach (var (row, told) in entry.CheckedRows().Zip(answer.Results).Where(r => r.Second.Revision is not null))
                {
                    rebuilt.Add(new SubmissionId(answer.SubmissionId), row, told.Revision!.Value, entry.Terms.Reason is not null);
                }
            }
        }

        var known = ids.Select(id => id.Text).ToHashSet(StringComparer.Ordinal);
        var expected = rebuilt.Partitions();
        var (written, removed) = (0, 0);
        foreach (var partition in expected.Keys.Union(
            await values.PartitionsAsync(community.Siren, mutualisation.Id, cancellationToken), StringComparer.Ordinal))
        {
            var mending = new PartitionMending(expected.GetValueOrDefault(partition) ?? []);
            await foreach (var row in values.EverythingAsync(partition, cancellationToken))
            {
                mending.Compare(row);
            }

            foreach (var submission in mending.Submissions.Where(s => !known.Contains(s)))
            {
                if (await journal.FindEntryAsync(community.Siren, mutualisation.Id, new SubmissionId(submission), cancellationToken) is not null)
                {
                    return null;
                }
            }

            foreach (var actions in mending.Actions().Chunk(MaxActions))
            {
                await values.WriteAsync(actions, cancellationToken);
            }

            written += mending.Written;
            removed += mending.Removed;
        }

        return new RebuildResult(mutualisation.Id, ids.Count, rebuilt.Count, written, removed);
    }

    private async Task<(JournalEntry Entry, SubmissionAnswer Answer)> ReadAsync(
        Community community, Mutualisation mutualisation, SubmissionId id, CancellationToken cancellationToken)
    {
        var entry = await journal.FindEntryAsync(community.Siren, mutualisation.Id, id, cancellationToken)
            ?? throw new InvalidDataException($"The journal lacks the entry of {id.Text}.");
        var submission = new LoggedSubmission(
            community.Siren, mutualisation.Id, id, entry.Terms, entry.Sha256, SubmissionState.Received, null);
        var answer = await journal.FindAnswerAsync(community.Siren, mutualisation.Id, id, cancellationToken) is { } json
            ? WrittenAnswer.Read(id, json).Answer
            : (await intake.ResumeAsync(community, mutualisation, submission, cancellationToken))?.Answer
                ?? throw new InvalidDataException($"The journal lacks the answer of {id.Text}.");

        await log.PutAsync(submission with { State = SubmissionState.Applied, Counts = answer.Counts }, cancellationToken);
        return (entry, answer);
    }
}
