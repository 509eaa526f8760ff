using System.Text;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;

namespace Evaluation.Functions.Collect;

/// <summary>
/// The one way in, for what is pushed and for what is pulled: read, decide, journal, apply, answer. The journal comes
/// before the tables of values, so that nothing accepted is ever lost; a crash in between is finished by
/// ReconcileOnSchedule, from the decision when it is in the journal, from the body otherwise.
/// </summary>
internal sealed partial class SubmissionIntake(
    Journal journal,
    SubmissionLog log,
    IdempotencyKeys keys,
    SubmissionDecision decision,
    ValueWriter writer,
    TimeProvider clock,
    ILogger<SubmissionIntake> logger)
{
    private static readonly TimeSpan OneTick = TimeSpan.FromMilliseconds(1);

    /// <summary>Takes a body in, or says for a dry run what would become of it.</summary>
    /// <exception cref="RefusalException">
    /// The body is malformed or too large, or the idempotency key stands for something else; nothing was kept.
    /// </exception>
    public async Task<WrittenAnswer> SubmitAsync(
        Community community, Mutualisation mutualisation, SubmissionRequest request, CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("push");
        var written = await AnswerAsync(community, mutualisation, request, cancellationToken);
        Signals.Pushes.Add(1, new KeyValuePair<string, object?>("trial", request.DryRun));
        work.Done();
        return written;
    }

    private async Task<WrittenAnswer> AnswerAsync(
        Community community, Mutualisation mutualisation, SubmissionRequest request, CancellationToken cancellationToken)
    {
        var batch = SubmissionFormats.Read(request.Body);
        batch.Template?.RequireMadeFor(community.Siren, mutualisation.Id);
        var hash = SubmissionId.HashOf(request.Body.Bytes.ToMemory().Span);
        var submission = new LoggedSubmission(
            community.Siren,
            mutualisation.Id,
            SubmissionId.Of(clock.GetUtcNow(), hash),
            request.TermsOf(batch),
            hash,
            SubmissionState.Received,
            null);
        if (request.DryRun)
        {
            return await decision.TryAsync(community, mutualisation, submission.Id, submission.Terms, batch, cancellationToken);
        }

        if (request.IdempotencyKey is not { } key)
        {
            return await TakeAsync(community, mutualisation, submission, request, batch, mayMove: true, cancellationToken);
        }

        var claim = await keys.ClaimAsync(
            community.Siren, mutualisation.Id, request.Caller, key, RequestHash(submission), submission.Id, cancellationToken)
            ?? throw EdgeRefusals.IdempotencyReused.Refused();
        submission = submission with { Id = claim.Id };
        return !claim.IsNew && await KnownAsync(community, mutualisation, submission, cancellationToken) is { } answer
            ? answer
            : await TakeAsync(community, mutualisation, submission, request, batch, mayMove: false, cancellationToken);
    }

    /// <summary>Finishes a submission that a crash left half done; twice is the same as once.</summary>
    /// <returns>Null when its body never came whole: it is then abandoned.</returns>
    /// <exception cref="DamagedSubmissionException">The journal no longer says what it was.</exception>
    public async Task<WrittenAnswer?> ResumeAsync(
        Community community, Mutualisation mutualisation, LoggedSubmission submission, CancellationToken cancellationToken)
    {
        var (siren, id) = (community.Siren, submission.Id);

        // Answered: only the log is behind. Applying again now could come out otherwise than its sender was told.
        if (await journal.FindAnswerAsync(siren, mutualisation.Id, id, cancellationToken) is { } answered)
        {
            return await CloseAsync(submission, WrittenAnswer.Read(id, answered), cancellationToken);
        }

        if (await journal.FindEntryAsync(siren, mutualisation.Id, id, cancellationToken) is { } entry)
        {
            return await FinishAsync(submission, entry, entry.CheckedRows(), null, cancellationToken);
        }

        if (await journal.FindBodyAsync(siren, mutualisation.Id, id, cancellationToken) is not { } bytes)
        {
            await log.CloseAsync(submission with { State = SubmissionState.Abandoned }, [], clock.GetUtcNow(), cancellationToken);
            return null;
        }

        if (!id.IsOf(SubmissionId.HashOf(bytes.ToMemory().Span)))
        {
            throw new DamagedSubmissionException(id, SubmissionPart.Body);
        }

        var terms = submission.Terms;
        var batch = SubmissionFormats.Read(
            new ReceivedBody(bytes, terms.MediaType, terms.Source, terms.Period, terms.Sheet, terms.Reason));
        var decided = await decision.DecideAsync(community, mutualisation, id, terms, batch.Rows, cancellationToken);
        return await DecideAsync(submission, batch, decided, cancellationToken);
    }

    // The answer to the first request of a key: as it was given, or finished now when a crash came in between.
    private async Task<WrittenAnswer?> KnownAsync(
        Community community, Mutualisation mutualisation, LoggedSubmission submission, CancellationToken cancellationToken)
    {
        if (await journal.FindAnswerAsync(community.Siren, mutualisation.Id, submission.Id, cancellationToken) is { } answer)
        {
            return WrittenAnswer.Read(submission.Id, answer);
        }

        var known = await log.FindAsync(community.Siren, mutualisation.Id, submission.Id, cancellationToken);
        return known is null ? null : await ResumeAsync(community, mutualisation, known, cancellationToken);
    }

    private async Task<WrittenAnswer> TakeAsync(
        Community community,
        Mutualisation mutualisation,
        LoggedSubmission submission,
        SubmissionRequest request,
        SubmittedBatch batch,
        bool mayMove,
        CancellationToken cancellationToken)
    {
        // Storage takes the body while the rows are judged.
        var receiving = ReceiveAsync(submission, request, mayMove, cancellationToken);
        var deciding = decision.DecideAsync(
            community, mutualisation, submission.Id, submission.Terms, batch.Rows, cancellationToken);
        await Task.WhenAll(deciding, receiving);
        return await DecideAsync(await receiving, batch, await deciding, cancellationToken);
    }

    private async Task<LoggedSubmission> ReceiveAsync(
        LoggedSubmission submission, SubmissionRequest request, bool mayMove, CancellationToken cancellationToken)
    {
        while (true)
        {
            var adding = log.TryAddAsync(submission, request.Id, cancellationToken);
            var keeping = journal.KeepBodyAsync(
                submission.Siren, submission.Mutualisation, submission.Id, request.Body.Bytes, request.Body.MediaType, cancellationToken);
            await Task.WhenAll(adding, keeping);
            if (await adding || !mayMove)
            {
                return submission;
            }

            // The same body within the same millisecond: both are kept, one tick apart.
            submission = submission with { Id = SubmissionId.Of(submission.Id.ReceivedAt + OneTick, submission.Sha256) };
        }
    }

    private async Task<WrittenAnswer> DecideAsync(
        LoggedSubmission submission, SubmittedBatch batch, DecidedSubmission decided, CancellationToken cancellationToken)
    {
        var entry = JournalEntry.Of(submission.Terms, submission.Sha256, decided.Rows) with { NotSent = batch.NotSent };
        var standing = await journal.DecideAsync(
            submission.Siren, submission.Mutualisation, submission.Id, entry, cancellationToken);
        return ReferenceEquals(standing, entry)
            ? await FinishAsync(submission, standing, decided.Rows, decided.Known, cancellationToken)
            : await FinishAsync(submission, standing, standing.CheckedRows(), null, cancellationToken);
    }

    private async Task<WrittenAnswer> FinishAsync(
        LoggedSubmission submission, JournalEntry entry, IReadOnlyList<CheckedRow> rows, KnownYears? known, CancellationToken cancellationToken)
    {
        var (siren, mutualisation, id) = (submission.Siren, submission.Mutualisation, submission.Id);
        WrittenAnswer Answer(IReadOnlyList<AppliedRow> outcomes) =>
            WrittenAnswer.Of(SubmissionAnswer.Of(id, rows, outcomes, entry.NotSent, dryRun: false));

        // The answer is written while storage works, and again only when a row came out otherwise than foreseen.
        (IReadOnlyList<AppliedRow> Outcomes, WrittenAnswer Answer)? foreseen = null;
        var applied = await writer.ApplyAsync(
            siren, mutualisation, id, rows, submission.Terms, known, outcomes => foreseen = (outcomes, Answer(outcomes)), cancellationToken);
        var answer = foreseen is { } first && first.Outcomes.SequenceEqual(applied) ? first.Answer : Answer(applied);
        var standing = await journal.KeepAnswerAsync(siren, mutualisation, id, answer.Json, cancellationToken);
        return await CloseAsync(
            submission, ReferenceEquals(standing, answer.Json) ? answer : WrittenAnswer.Read(id, standing), cancellationToken);
    }

    // The log and the sender are told what the journal holds, whoever finished first.
    private async Task<WrittenAnswer> CloseAsync(
        LoggedSubmission submission, WrittenAnswer written, CancellationToken cancellationToken)
    {
        var counts = written.Answer.Counts;
        await log.CloseAsync(
            submission with { State = SubmissionState.Applied, Counts = counts }, written.Answer.YearsChanged(), clock.GetUtcNow(), cancellationToken);
        SubmissionSignals.Count(counts);
        LogApplied(submission.Id.Text, submission.Siren.ToString(), submission.Mutualisation, counts.Received, counts.Rejected);
        return written;
    }

    private static string RequestHash(LoggedSubmission submission) => SubmissionId.HashOf(Encoding.UTF8.GetBytes(
        $"{submission.Sha256}\n{DomainCode.Of(submission.Terms.Strategy)}\n{DomainCode.Of(submission.Terms.Mode)}\n{submission.Terms.Source}\n{submission.Terms.Reason}\n{submission.Terms.Period}\n{submission.Terms.Sheet}"));

    [LoggerMessage(
        EventId = 1000,
        Level = LogLevel.Information,
        Message = "Submission {Id} of {Siren}/{Mutualisation} applied: {Received} rows, {Rejected} rejected")]
    private partial void LogApplied(string id, string siren, string mutualisation, int received, int rejected);
}
