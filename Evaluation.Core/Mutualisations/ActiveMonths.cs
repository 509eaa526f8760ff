using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Mutualisations;

/// <summary>The months that memberships touch, computed once: an evaluation asks for each value whether it counts.</summary>
internal sealed class ActiveMonths(IEnumerable<Membership> memberships)
{
    private readonly Dictionary<Siren, Stay[]> _stays = memberships
        .Where(m => m.To is null || m.To > m.From)
        .GroupBy(m => m.Member, Stay.Of)
        .ToDictionary(m => m.Key, m => m.ToArray());

    /// <summary>The months of a year with at least one day of membership.</summary>
    public MonthSet In(Siren member, int year)
    {
        MonthSet months = default;
        foreach (var stay in _stays.GetValueOrDefault(member) ?? [])
        {
            months = months.With(stay.In(year, stay.Last));
        }

        return months;
    }

    /// <summary>The months of a year whose last day is one of membership.</summary>
    public MonthSet EndedIn(Siren member, int year)
    {
        MonthSet months = default;
        foreach (var stay in _stays.GetValueOrDefault(member) ?? [])
        {
            months = months.With(stay.In(year, stay.LastEnded));
        }

        return months;
    }

    // Months are counted from year 0, so that January 2025 is 2025 × 12 + 1.
    private readonly record struct Stay(int First, int Last, int LastEnded)
    {
        public static Stay Of(Membership membership) => membership.To is { } to
            ? new(Month(membership.From), Month(to.AddDays(-1)), Month(to) - 1)
            : new(Month(membership.From), int.MaxValue, int.MaxValue);

        public MonthSet In(int year, int last)
        {
            var before = year * 12;
            return MonthSet.Of(Math.Max(First - before, 1), Math.Min(last - before, 12));
        }

        private static int Month(DateOnly day) => (day.Year * 12) + day.Month;
    }
}
