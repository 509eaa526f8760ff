using Evaluation.Functions.Collect;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

/// <summary>
/// Every 15 minutes: finishes what a crash left half done. A submission in the journal that was never applied is
/// applied; a run whose message was lost is asked for again.
/// </summary>
internal sealed partial class ReconcileOnSchedule(
    SubmissionLog log,
    Addressed addressed,
    SubmissionIntake intake,
    RunLedger runs,
    [FromKeyedServices(StorageNames.CollectQueue)] WorkQueue collect,
    [FromKeyedServices(StorageNames.ReportsQueue)] WorkQueue reports,
    TimeProvider clock,
    ILogger<ReconcileOnSchedule> logger)
{
    // Longer than any request lasts: what is younger is still in good hands.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Twice what the host itself gives a message before it puts it aside.
    private const int MostAttempts = 10;

    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(ReconcileOnSchedule), (_, services, cancellationToken) =>
            services.GetRequiredService<ReconcileOnSchedule>().ReconcileAsync(cancellationToken));

    private async Task<string> ReconcileAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Patience;
        var submissions = await log.UnfinishedAsync(before, cancellationToken);
        foreach (var submission in submissions)
        {
            await ResumeAsync(submission, cancellationToken);
        }

        var asked = await AskAgainAsync(CollectPlan.Job, collect, before, cancellationToken)
            + await AskAgainAsync(ReviewPlan.Job, reports, before, cancellationToken);
        return FormattableString.Invariant($"{submissions.Count} submissions finished, {asked} runs asked for again");
    }

    // One submission that cannot be finished never keeps the others from being: it is told, and tried again next time.
    private async Task ResumeAsync(LoggedSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            var (community, mutualisation) = await addressed.MutualisationAsync(
                submission.Siren.ToString(), submission.Mutualisation, cancellationToken);
            await intake.ResumeAsync(community, mutualisation.Value, submission, cancellationToken);
        }
        catch (Exception e) when (e is ApiProblemException or InvalidDataException)
        {
            LogUnfinished(submission.Siren.ToString(), submission.Mutualisation, submission.Id.Text, e);
        }
    }

    private async Task<int> AskAgainAsync(
        string job, WorkQueue queue, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var asked = 0;
        await foreach (var run in runs.ListAsync(job, cancellationToken))
        {
            if (run.State is not (RunState.Pending or RunState.Running) || run.CreatedAt >= before)
            {
                continue;
            }

            if (run.Attempts >= MostAttempts)
            {
                await runs.FinishAsync(
                    run, RunState.Failed, "Abandonné après dix essais : demandez à l’administrateur de lire le journal.", null, cancellationToken);
                continue;
            }

            await queue.SendAsync(run, cancellationToken);
            asked++;
        }

        return asked;
    }

    [LoggerMessage(
        EventId = 6001,
        Level = LogLevel.Error,
        Message = "Submission {Siren}/{Mutualisation}/{Id} cannot be finished")]
    private partial void LogUnfinished(string siren, string mutualisation, string id, Exception exception);
}
