using Evaluation.Functions.Collect;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

/// <summary>Which queue takes the runs of which job.</summary>
internal sealed class RunQueues(
    [FromKeyedServices(StorageNames.CollectQueue)] WorkQueue collect,
    [FromKeyedServices(StorageNames.ReportsQueue)] WorkQueue reports)
{
    /// <summary>Every job that a queue takes; reminders have none.</summary>
    public static IReadOnlyList<string> Jobs { get; } = [CollectPlan.Job, ReviewPlan.Job];

    /// <summary>Asks a worker to do a run.</summary>
    /// <exception cref="ArgumentException">No queue takes its job.</exception>
    public Task SendAsync(Run run, CancellationToken cancellationToken) => run.Job switch
    {
        CollectPlan.Job => collect.SendAsync(run, cancellationToken),
        ReviewPlan.Job => reports.SendAsync(run, cancellationToken),
        _ => throw new ArgumentException($"No queue takes runs of {run.Job}.", nameof(run)),
    };
}
