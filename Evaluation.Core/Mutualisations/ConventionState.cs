namespace Evaluation.Core.Mutualisations;

/// <summary>What there is to decide of a convention on a day.</summary>
public enum ConventionState
{
    /// <summary>It has no term, or one in more than 18 months.</summary>
    Lasts,

    /// <summary>It goes on at its term unless a party objects.</summary>
    RenewsTacitly,

    /// <summary>It ends within 18 months, and its notice has not begun.</summary>
    ToDecide,

    /// <summary>It ends, and its notice has begun.</summary>
    NoticeBegun,

    /// <summary>It is over.</summary>
    Over,
}

/// <summary>Reads what there is to decide of a convention: one answer for a verdict and for what is asked of a director.</summary>
public static class ConventionStates
{
    /// <summary>How long before its term there is something to decide of a convention.</summary>
    public const int MonthsAhead = 18;

    /// <summary>The state on a day.</summary>
    public static ConventionState StateOn(this Convention convention, DateOnly day) => convention switch
    {
        { EndsOn: null } => ConventionState.Lasts,
        { Renewal: ConventionRenewal.Tacite } => ConventionState.RenewsTacitly,
        { EndsOn: { } end } when end < day => ConventionState.Over,
        _ when convention.NoticeFrom() < day => ConventionState.NoticeBegun,
        { EndsOn: { } end } when end <= day.AddMonths(MonthsAhead) => ConventionState.ToDecide,
        _ => ConventionState.Lasts,
    };

    /// <summary>First day of the notice before the term; null without a term.</summary>
    public static DateOnly? NoticeFrom(this Convention convention) => convention.EndsOn?.AddMonths(-convention.NoticeMonths);
}
