using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;
using Evaluation.Functions.Time.Schedules;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>
/// Does each day of reminders of each community once, from 07:00 in Paris on. Days that were missed since the first one
/// known are caught up in order, those of the last month at most; a community that is new begins with today.
/// </summary>
internal sealed class ReminderDays(
    Registry registry, RunLedger runs, ServiceCalendars calendars, NoticeStore store, TimeProvider clock)
{
    /// <summary>Name of the job in the ledger.</summary>
    public const string Job = "remind";

    /// <summary>How far back missed days are caught up.</summary>
    public const int DaysCaughtUp = 31;

    private const string Day = "yyyy-MM-dd";

    private static readonly AtTimesOfDay DueTime = new([new TimeOnly(7, 0)], []);

    /// <summary>
    /// Does what is due; the runs that were done now. One community that cannot be done never keeps the others from
    /// being: its failure is told at the end.
    /// </summary>
    public async Task<IReadOnlyList<Run>> CatchUpAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var days = DueTime.Between(now.AddDays(-DaysCaughtUp), now).Select(ParisTime.DateOf).ToList();
        var known = await KnownAsync(now, cancellationToken);
        var done = new List<Run>();
        var communities = new List<Task>();
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            var missed = Missed(days, known[community.Value.Siren.ToString()].ToList());
            var catchingUp = CatchUpAsync(community.Value, missed, done, cancellationToken);
            await catchingUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            communities.Add(catchingUp);
        }

        await Task.WhenAll(communities);
        return done;
    }

    /// <summary>The operations that doing now what is due would give; nothing is done.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var days = DueTime.Between(now.AddDays(-DaysCaughtUp), now).Select(ParisTime.DateOf).ToList();
        var known = await KnownAsync(now, cancellationToken);
        var communities = await registry.ListCommunitiesAsync(cancellationToken);
        return
        [
            .. communities.Select(c => c.Value.Siren).SelectMany(siren =>
                Missed(days, known[siren.ToString()].ToList()).Select(day => Run.IdOf(Job, OccurrenceOf(siren, day)))),
        ];
    }

    private static string OccurrenceOf(Siren siren, DateOnly day) => $"{siren}~{day.ToString(Day, CultureInfo.InvariantCulture)}";

    private static IEnumerable<DateOnly> Missed(List<DateOnly> days, List<(DateOnly Day, bool IsDone)> known)
    {
        var first = known.Select(k => k.Day).Where(days.Contains).DefaultIfEmpty(days[^1]).Min();
        return days.Where(day => day >= first && !known.Contains((day, true)));
    }

    private async Task CatchUpAsync(
        Community community, IEnumerable<DateOnly> days, List<Run> done, CancellationToken cancellationToken)
    {
        var making = new NoticeMaking(
            community, ParisTime.DateOf(clock.GetUtcNow()), registry, calendars, store, clock);
        foreach (var day in days)
        {
            var (run, _) = await runs.AddAsync(Job, OccurrenceOf(community.Siren, day), cancellationToken);
            if (run.IsOver)
            {
                continue;
            }

            if (await runs.TryBeginAsync(run.OperationId, isRedelivery: false, cancellationToken) is not { } begun)
            {
                // Whoever has this day goes on with the next ones, in order.
                return;
            }

            done.Add(await DoAsync(making, begun, day, cancellationToken));
        }
    }

    private async Task<Run> DoAsync(NoticeMaking making, Run run, DateOnly day, CancellationToken cancellationToken)
    {
        await using var hold = new RunHold(runs, run, clock);
        try
        {
            var made = await making.MakeAsync(day, cancellationToken);
            await runs.FinishAsync(
                run, RunState.Succeeded, $"{FrenchText.Count(made, "avis", "avis")} pour le {FrenchDate.InWords(day)}.", null, cancellationToken);
            return run;
        }
        catch (Exception e)
        {
            await runs.ReleaseAsync(run, e, CancellationToken.None);
            throw;
        }
    }

    private async Task<ILookup<string, (DateOnly Day, bool IsDone)>> KnownAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = new List<(string Siren, DateOnly Day, bool IsDone)>();

        // A day is asked for on that day or later.
        await foreach (var run in runs.ListAsync(Job, state: null, after: null, now.AddDays(-DaysCaughtUp - 1), cancellationToken))
        {
            if (run.Occurrence.Split('~') is [var siren, var day])
            {
                known.Add((siren, DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture), run.IsOver));
            }
        }

        return known.ToLookup(k => k.Siren, k => (k.Day, k.IsDone), StringComparer.Ordinal);
    }
}
