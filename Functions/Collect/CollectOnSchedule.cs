using Evaluation.Functions.Runs;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Collect;

/// <summary>Every five minutes: asks for the sources that are due.</summary>
internal sealed class CollectOnSchedule(WatchedTimers timers, CollectPlan plan)
{
    [Function(nameof(CollectOnSchedule))]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(CollectOnSchedule), timer, () => AskAsync(cancellationToken), cancellationToken);

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var due = await plan.AskForDueAsync(cancellationToken);
        return FormattableString.Invariant($"{due.Count} sources due");
    }
}
