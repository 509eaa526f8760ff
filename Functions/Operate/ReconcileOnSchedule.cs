using Evaluation.Functions.Collect;
using Evaluation.Functions.Http;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Operate;

/// <summary>
/// Every 15 minutes: finishes what a crash left half done. A submission in the journal that was never applied is
/// applied; a run whose message was lost, or whose worker is gone, is asked for again; messages that were put aside
/// go where people see them; notices whose turn has come are sent.
/// </summary>
internal sealed partial class ReconcileOnSchedule(
    WatchedTimers timers,
    Registry registry,
    SubmissionLog log,
    Addressed addressed,
    SubmissionIntake intake,
    RunLedger runs,
    RunQueues queues,
    PoisonDrain poison,
    NoticeDelivery notices,
    TimeProvider clock,
    ILogger<ReconcileOnSchedule> logger)
{
    // Longer than any request lasts: what is younger is still in good hands.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Nothing that is still to be done was asked for longer ago: the tenth attempt comes within hours.
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    // Twice what the host itself gives a message before it puts it aside.
    private const int MostAttempts = 10;

    [Function(nameof(ReconcileOnSchedule))]
    public Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(ReconcileOnSchedule), timer, () => ReconcileAsync(cancellationToken), cancellationToken);

    private async Task<string> ReconcileAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Patience;
        var finished = 0;
        foreach (var (siren, mutualisation) in await registry.MutualisationKeysAsync(cancellationToken))
        {
            foreach (var submission in await log.UnfinishedAsync(siren, mutualisation, before, cancellationToken))
            {
                finished += await ResumeAsync(submission, cancellationToken) ? 1 : 0;
            }
        }

        var asked = 0;
        foreach (var job in RunQueues.Jobs)
        {
            asked += await AskAgainAsync(job, RunState.Pending, now, cancellationToken)
                + await AskAgainAsync(job, RunState.Running, now, cancellationToken);
        }

        var moved = await poison.DrainAsync(cancellationToken);
        var sent = await notices.DeliverDueAsync(cancellationToken);
        return FormattableString.Invariant(
            $"{finished} submissions finished, {asked} runs asked for again, {moved} messages put aside, {sent} notices sent");
    }

    // One submission that cannot be finished never keeps the others from being: it is told, and tried again next time.
    private async Task<bool> ResumeAsync(LoggedSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            var (community, mutualisation) = await addressed.MutualisationAsync(
                submission.Siren.ToString(), submission.Mutualisation, cancellationToken);
            await intake.ResumeAsync(community, mutualisation.Value, submission, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is RefusalException or InvalidDataException or DamagedSubmissionException)
        {
            LogUnfinished(submission.Siren.ToString(), submission.Mutualisation, submission.Id.Text, e);
            return false;
        }
    }

    private async Task<int> AskAgainAsync(
        string job, RunState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = 0;
        await foreach (var run in runs.ListAsync(job, state, after: null, now - Window, cancellationToken))
        {
            if (run.CreatedAt >= now - Patience || run.LeaseUntil > now)
            {
                continue;
            }

            if (run.Attempts >= MostAttempts)
            {
                await runs.FinishAsync(
                    run, RunState.Failed, "Abandonné après dix essais : demandez à l’administrateur de lire le journal.", null, cancellationToken);
                continue;
            }

            if (run.State is RunState.Running)
            {
                LogStuck(run.OperationId, run.Attempts);
            }

            await queues.SendAsync(run, cancellationToken);
            asked++;
        }

        return asked;
    }

    [LoggerMessage(
        EventId = 6002,
        Level = LogLevel.Warning,
        Message = "Run {OperationId} stopped without a word at attempt {Attempts}: it is asked for again")]
    private partial void LogStuck(string operationId, int attempts);

    [LoggerMessage(
        EventId = 6001,
        Level = LogLevel.Error,
        Message = "Submission {Siren}/{Mutualisation}/{Id} cannot be finished")]
    private partial void LogUnfinished(string siren, string mutualisation, string id, Exception exception);
}
