using System.Globalization;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration;

/// <summary>What a service sends at one instant.</summary>
/// <param name="Service">Who.</param>
/// <param name="At">When it is received.</param>
/// <param name="Batch">What.</param>
internal sealed record Delivery(DemonstrationService Service, DateTimeOffset At, DemonstrationBatch Batch)
{
    /// <summary>Everything that services send over the two years, the oldest first; each row goes once.</summary>
    public static IEnumerable<Delivery> Of(DemonstrationService service)
    {
        var habits = service.Plan.Habits;
        var chance = new Chance($"{service.Siren}|{service.Plan.Id}|sending");
        var windows = habits.Windows().ToList();
        return
            from row in service.Rows
            group row by windows[WindowOf(row, windows, habits, chance)] into sent
            orderby sent.Key
            select new Delivery(service, habits.SentAt(sent.Key), new DemonstrationBatch
            {
                Source = service.Plan.Application,
                Period = sent.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                Values = [.. sent],
            });
    }

    private static int WindowOf(DemonstrationRow row, List<DateOnly> windows, SendingHabits habits, Chance chance)
    {
        _ = Period.TryParse(row.Period, out var period);
        var window = windows.FindIndex(last => last >= period.LastDay);
        var isLate = row.Member is not null && chance.Draw($"late|{row.Indicator}|{row.Member}|{row.Period}") < habits.LatePart;
        window += isLate ? 1 : 0;
        while (window < windows.Count - 1 && chance.Draw($"forgotten|{windows[window]:O}") < habits.ForgottenPart)
        {
            window++;
        }

        return Math.Min(window, windows.Count - 1);
    }
}
