using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Collect;

/// <summary>Pulls one source and submits what it holds through the same path as a push.</summary>
internal sealed class CollectSource(
    Invocations invocations, RunLedger runs, Addressed addressed, SourceStates states, Feed feed, SubmissionIntake intake, TimeProvider clock)
{
    private const string NoNews = "Rien de nouveau depuis le dernier passage.";

    [Function(nameof(CollectSource))]
    public Task RunAsync([QueueTrigger(StorageNames.CollectQueue)] QueueMessage message, CancellationToken cancellationToken) =>
        invocations.RunAsync(
            nameof(CollectSource),
            StorageNames.CollectQueue,
            message,
            () => CollectAsync(message, cancellationToken),
            cancellationToken);

    private async Task<string> CollectAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        if (await RunMessage.BeginAsync(runs, CollectPlan.Job, message, parts: 3, cancellationToken) is not { } run)
        {
            return $"{message.Body}: already done or in other hands";
        }

        using var work = Signals.Begin("collect", run.TraceParent, ActivityKind.Consumer);
        await using var hold = new RunHold(runs, run, clock);
        try
        {
            var outcome = await PullAsync(run.Occurrence.Split('~'), cancellationToken);
            await runs.FinishAsync(run, RunState.Succeeded, outcome, null, cancellationToken);
            work.Done();
            return $"{run.OperationId}: {outcome}";
        }
        catch (FeedException e)
        {
            // The source is at fault, not the run: the calendar begins it again when the state of the source says so.
            await runs.FinishAsync(run, RunState.Failed, e.Message, null, cancellationToken);
            return e.IsPermanent
                ? throw new PermanentFailureException($"The source cannot be pulled: {e.Message}")
                : $"{run.OperationId}: {e.Message}";
        }
        catch (RefusalException e)
        {
            // Community or service went away between the asking and the pull.
            await runs.FinishAsync(run, RunState.Failed, e.Message, null, cancellationToken);
            throw new PermanentFailureException($"There is nothing to pull: {e.Message}");
        }
        catch (Exception e)
        {
            await runs.ReleaseAsync(run, e, CancellationToken.None);
            throw;
        }
    }

    private async Task<string> PullAsync(string[] occurrence, CancellationToken cancellationToken)
    {
        var community = await addressed.CommunityAsync(occurrence[0], cancellationToken);
        var mutualisation = await addressed.MutualisationAsync(community.Value, occurrence[1], cancellationToken);
        if (mutualisation.Value.Source is not { } source)
        {
            return "Cette mutualisation n’a plus de source.";
        }

        var (siren, id) = (community.Value.Siren, mutualisation.Value.Id);
        var state = await states.OfAsync(siren, id, source, cancellationToken);
        try
        {
            var against = $"{community.Document.Tag} {mutualisation.Document.Tag}";
            var known = state.Mark?.Against == against ? state.Mark : null;
            var answer = await feed.FetchAsync(source, known, cancellationToken);
            var (outcome, mark) = await TakeInAsync(
                community.Value, mutualisation.Value, source, answer, known, against, cancellationToken);
            await states.PutAsync(
                siren, id, SourcePatience.AfterSuccess(state, outcome, mark, clock.GetUtcNow()), cancellationToken);
            return outcome;
        }
        catch (FeedException e)
        {
            await states.PutAsync(siren, id, SourcePatience.AfterFailure(state, e, clock.GetUtcNow()), cancellationToken);
            throw;
        }
    }

    private async Task<(string Outcome, FeedMark? Mark)> TakeInAsync(
        Community community,
        Mutualisation mutualisation,
        FeedSource source,
        FeedAnswer answer,
        FeedMark? known,
        string against,
        CancellationToken cancellationToken)
    {
        if (answer.Body is not { } body)
        {
            return (NoNews, known);
        }

        var mark = new FeedMark(against, SubmissionId.HashOf(body.ToMemory().Span), answer.EntityTag, answer.LastModified);
        if (mark.BodySha256 == known?.BodySha256)
        {
            return (NoNews, mark);
        }

        var counts = (await SubmitAsync(community, mutualisation, source, body, cancellationToken)).Counts;
        var outcome = CountWords.Of(counts);
        if (counts.Rejected == counts.Received)
        {
            throw new FeedException(outcome);
        }

        // Rows that were refused may be accepted another day: the feed is then asked for all it holds again.
        return (outcome, counts.Rejected == 0 ? mark : null);
    }

    private async Task<SubmissionAnswer> SubmitAsync(
        Community community, Mutualisation mutualisation, FeedSource source, BinaryData bytes, CancellationToken cancellationToken)
    {
        var body = source.Format == FeedFormat.Json
            ? ReceivedBody.Json(bytes)
            : new ReceivedBody(bytes, FeedFormats.AcceptOf(source.Format), source.Label ?? source.Address.Host, source.Period, null, null);
        try
        {
            return (await intake.SubmitAsync(
                community, mutualisation, new SubmissionRequest(body, Caller.Schedule.Name, CollectPlan.Job), cancellationToken)).Answer;
        }
        catch (RefusalException e)
        {
            throw new FeedException($"Ce que la source a répondu n’est pas lisible. {e.Message}", e);
        }
    }
}
