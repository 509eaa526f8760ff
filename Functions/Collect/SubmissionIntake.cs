using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>
/// The one way in, for what is pushed and for what is pulled: read, check, journal, apply, answer. The journal comes
/// before the tables, so that nothing accepted is ever lost; a crash in between is finished by ReconcileOnSchedule.
/// </summary>
internal sealed partial class SubmissionIntake(
    Journal journal, SubmissionLog log, ValueWriter writer, TimeProvider clock, ILogger<SubmissionIntake> logger)
{
    private static readonly TimeSpan OneTick = TimeSpan.FromMilliseconds(1);

    /// <summary>Takes a body in, or says with <paramref name="dryRun"/> what would become of it.</summary>
    /// <exception cref="ApiProblemException">The body is malformed or too large; nothing was kept.</exception>
    public async Task<SubmissionAnswer> SubmitAsync(
        Community community, Mutualisation mutualisation, BinaryData json, bool dryRun, CancellationToken cancellationToken)
    {
        var body = SubmissionBody.Read(json);
        var receivedAt = clock.GetUtcNow();
        var rows = Check(community, mutualisation, body, receivedAt);
        var id = SubmissionId.Of(receivedAt, json.ToMemory().Span);
        if (dryRun)
        {
            return await ApplyAsync(community, mutualisation, id, rows, dryRun: true, cancellationToken);
        }

        if (rows.All(r => r.Value is null))
        {
            return SubmissionAnswer.Of(id, rows, [.. rows.Select(_ => RowOutcome.Rejected)], dryRun: false);
        }

        while (!await journal.TryWriteAsync(
            community.Siren, mutualisation.Id, id, json, "application/json", cancellationToken))
        {
            // The same body within the same millisecond: both are kept, one tick apart.
            receivedAt += OneTick;
            id = SubmissionId.Of(receivedAt, json.ToMemory().Span);
        }

        var submission = new LoggedSubmission(
            community.Siren, mutualisation.Id, id, body.Source, SubmissionId.HashOf(json.ToMemory().Span), null);
        await log.NoteReceivedAsync(submission, cancellationToken);
        return await FinishAsync(community, mutualisation, submission, rows, cancellationToken);
    }

    /// <summary>Finishes a submission that a crash left half done; twice is the same as once.</summary>
    public async Task<SubmissionAnswer> ResumeAsync(
        Community community, Mutualisation mutualisation, LoggedSubmission submission, CancellationToken cancellationToken)
    {
        var json = await journal.ReadAsync(community.Siren, mutualisation.Id, submission.Id, cancellationToken);
        var rows = Check(community, mutualisation, SubmissionBody.Read(json), submission.Id.ReceivedAt);
        return await FinishAsync(community, mutualisation, submission, rows, cancellationToken);
    }

    private static IReadOnlyList<CheckedRow> Check(
        Community community, Mutualisation mutualisation, SubmittedBatch body, DateTimeOffset receivedAt) =>
        new SubmissionChecks(community, mutualisation, Catalogue.Standard, ParisTime.DateOf(receivedAt)).Check(body.Rows);

    private async Task<SubmissionAnswer> FinishAsync(
        Community community,
        Mutualisation mutualisation,
        LoggedSubmission submission,
        IReadOnlyList<CheckedRow> rows,
        CancellationToken cancellationToken)
    {
        var answer = await ApplyAsync(community, mutualisation, submission.Id, rows, dryRun: false, cancellationToken);
        await journal.WriteAnswerAsync(
            community.Siren,
            mutualisation.Id,
            submission.Id,
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Answers.SubmissionAnswer)),
            cancellationToken);
        await log.NoteAppliedAsync(submission with { Counts = answer.Counts }, cancellationToken);
        LogApplied(
            submission.Id.Text, community.Siren.ToString(), mutualisation.Id, answer.Counts.Received, answer.Counts.Rejected);
        return answer;
    }

    private async Task<SubmissionAnswer> ApplyAsync(
        Community community,
        Mutualisation mutualisation,
        SubmissionId id,
        IReadOnlyList<CheckedRow> rows,
        bool dryRun,
        CancellationToken cancellationToken)
    {
        var outcomes = await writer.ApplyAsync(
            community.Siren, mutualisation.Id, id.Text, rows, dryRun, cancellationToken);
        return SubmissionAnswer.Of(id, rows, outcomes, dryRun);
    }

    [LoggerMessage(
        EventId = 1000,
        Level = LogLevel.Information,
        Message = "Submission {Id} of {Siren}/{Mutualisation} applied: {Received} rows, {Rejected} rejected")]
    private partial void LogApplied(string id, string siren, string mutualisation, int received, int rejected);
}
