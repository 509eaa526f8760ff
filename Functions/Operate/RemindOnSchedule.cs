using Evaluation.Functions.Decide;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Report;
using Evaluation.Functions.Runs;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Operate;

/// <summary>
/// Every hour: makes the notices of the days that are due, each day once, and those of reports whose transmission or
/// publication a crash left half told, then sends what waits. There is no queue: when
/// a notice is tried again is in its row, because waits of hours are beyond what the host’s queues do, and a message
/// would be a second truth beside the row. What does not go out now, <see cref="ReconcileOnSchedule"/> sends.
/// </summary>
internal sealed class RemindOnSchedule(
    WatchedTimers timers,
    ReminderDays reminders,
    TransmissionNotices transmissions,
    SubscriptionNotices subscriptions,
    NoticeDelivery notices)
{
    [Function(nameof(RemindOnSchedule))]
    public Task RunAsync([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(RemindOnSchedule), timer, () => RemindAsync(cancellationToken), cancellationToken);

    private async Task<string> RemindAsync(CancellationToken cancellationToken)
    {
        var days = await reminders.CatchUpAsync(cancellationToken);
        var finished = await transmissions.FinishAsync(cancellationToken);
        var told = await subscriptions.FinishAsync(cancellationToken);
        var sent = await notices.DeliverDueAsync(cancellationToken);
        return FormattableString.Invariant($"{days.Count} days of reminders done, {finished} transmissions finished, {told} versions told to subscribers, {sent} notices sent");
    }
}
