using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Mutualisations;

/// <summary>The time a member takes part.</summary>
/// <param name="Member">Who.</param>
/// <param name="From">First day, included.</param>
/// <param name="To">The day after the last; null while it lasts.</param>
public sealed record Membership(Siren Member, DateOnly From, DateOnly? To)
{
    /// <summary>Reference of the act of entry; null when none is recorded.</summary>
    public string? EntryAct { get; init; }

    /// <summary>Reference of the act of exit; null when none is recorded.</summary>
    public string? ExitAct { get; init; }

    /// <summary>Share of a shared post (poste partagé), more than 0, at most 1; null where posts are not shared so.</summary>
    public decimal? ShareOfPost { get; init; }

    /// <summary>Days of a period on which the member takes part.</summary>
    public int DaysIn(Period period)
    {
        var from = From > period.Start ? From : period.Start;
        var to = To is { } end && end < period.End ? end : period.End;
        return Math.Max(0, to.DayNumber - from.DayNumber);
    }

    /// <summary>Whether the member takes part on a day.</summary>
    public bool IsActiveOn(DateOnly day) => day >= From && (To is null || day < To);
}
