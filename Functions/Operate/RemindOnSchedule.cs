using Evaluation.Functions.Operate.Notices;

namespace Evaluation.Functions.Operate;

/// <summary>
/// Every hour: makes the notices of the days that are due, each day once, then sends what waits. There is no queue: when
/// a notice is tried again is in its row, because waits of hours are beyond what the host’s queues do, and a message
/// would be a second truth beside the row. What does not go out now, <see cref="ReconcileOnSchedule"/> sends.
/// </summary>
internal static class RemindOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapWatchedTimer(nameof(RemindOnSchedule), async (services, cancellationToken) =>
        {
            var days = await services.GetRequiredService<ReminderDays>().CatchUpAsync(cancellationToken);
            var sent = await services.GetRequiredService<NoticeDelivery>().DeliverDueAsync(cancellationToken);
            return FormattableString.Invariant($"{days.Count} days of reminders done, {sent} notices sent");
        });
}
