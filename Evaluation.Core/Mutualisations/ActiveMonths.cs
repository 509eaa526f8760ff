using System.Collections.Frozen;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Mutualisations;

/// <summary>The months that memberships touch, computed once: an evaluation asks for each value whether it counts.</summary>
internal sealed class ActiveMonths(IEnumerable<Membership> memberships)
{
    private readonly FrozenDictionary<Siren, Stay[]> _stays = memberships
        .Where(m => m.To is null || m.To > m.From)
        .GroupBy(m => m.Member, m => new Stay(Month(m.From), m.To is { } to ? Month(to.AddDays(-1)) : int.MaxValue))
        .ToFrozenDictionary(m => m.Key, m => m.ToArray());

    /// <summary>The months of a year with at least one day of membership.</summary>
    public MonthSet In(Siren member, int year)
    {
        MonthSet months = default;
        if (_stays.TryGetValue(member, out var stays))
        {
            var before = year * 12;
            foreach (var stay in stays)
            {
                months = months.With(MonthSet.Of(Math.Max(stay.First - before, 1), Math.Min(stay.Last - before, 12)));
            }
        }

        return months;
    }

    // Months counted from year 0, so that January 2025 is 2025 × 12 + 1.
    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;

    private readonly record struct Stay(int First, int Last);
}
