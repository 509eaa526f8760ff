using Evaluation.Functions.Runs;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Report;

/// <summary>Every day: asks for the reports that are due.</summary>
internal sealed class ReviewOnSchedule(WatchedTimers timers, ReviewPlan plan)
{
    [Function(nameof(ReviewOnSchedule))]
    public Task RunAsync([TimerTrigger("0 0 5 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(ReviewOnSchedule), timer, () => AskAsync(cancellationToken), cancellationToken);

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var due = await plan.AskForDueAsync(cancellationToken);
        return FormattableString.Invariant($"{due.Count} reviews due");
    }
}
