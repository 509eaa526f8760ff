using Evaluation.Functions.Administer;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>Pulls one source and submits what it holds through the same path as a push.</summary>
internal sealed class CollectSource(
    RunLedger runs, Addressed addressed, Feed feed, FeedAddresses addresses, SubmissionIntake intake)
{
    public static void Map(WebApplication app) =>
        app.MapQueue(nameof(CollectSource), (message, services, cancellationToken) =>
            services.GetRequiredService<CollectSource>().CollectAsync(message, cancellationToken));

    private async Task<string> CollectAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        if (await RunMessage.BeginAsync(runs, CollectPlan.Job, message, parts: 3, cancellationToken) is not { } run)
        {
            return $"{message.Body}: already done or in other hands";
        }

        try
        {
            var (outcome, state) = await PullAsync(run.Occurrence.Split('~'), cancellationToken);
            await runs.FinishAsync(run, state, outcome, null, cancellationToken);
            return $"{run.OperationId}: {outcome}";
        }
        catch (Exception e) when (e is FeedException or ApiProblemException)
        {
            // The source is at fault, not the run: the next occurrence pulls again.
            await runs.FinishAsync(run, RunState.Failed, e.Message, null, cancellationToken);
            return $"{run.OperationId}: {e.Message}";
        }
        catch
        {
            await runs.ReleaseAsync(run, CancellationToken.None);
            throw;
        }
    }

    private async Task<(string Outcome, RunState State)> PullAsync(string[] occurrence, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(occurrence[0], occurrence[1], cancellationToken);
        if (mutualisation.Value.Source is not { } source)
        {
            return ("Cette mutualisation n’a plus de source.", RunState.Succeeded);
        }

        addresses.Require(source.Address);
        var json = await feed.FetchAsync(source.Address, cancellationToken);
        var answer = await intake.SubmitAsync(
            community,
            mutualisation.Value,
            new SubmissionRequest(ReceivedBody.Json(json), Caller.Schedule.Name, string.Join('~', occurrence)),
            cancellationToken);
        var outcome = FormattableString.Invariant(
            $"{answer.Counts.Received} lignes reçues : {answer.Counts.Created} créées, {answer.Counts.Changed} modifiées, {answer.Counts.Unchanged} identiques, {answer.Counts.Rejected} refusées.");
        return (outcome, answer.Status == "rejected" ? RunState.Failed : RunState.Succeeded);
    }
}
