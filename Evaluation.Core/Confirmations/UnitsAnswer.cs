using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Confirmations;

/// <summary>What a member says of its units.</summary>
public enum UnitsVerdict
{
    /// <summary>They are right.</summary>
    Confirmed,

    /// <summary>They are not.</summary>
    Contested,
}

/// <summary>The provider keeps what a member contests.</summary>
/// <param name="Words">Why.</param>
/// <param name="At">When, on the local clock; the trail says by whom.</param>
public sealed record UnitsReply(string Words, DateTimeOffset At);

/// <summary>What a member said of its units in a period.</summary>
/// <param name="Member">Whose.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Verdict">Right or not.</param>
/// <param name="Figures">The very figures it is said of.</param>
/// <param name="Reason">Why they are not right; null when they are.</param>
/// <param name="Rating">What the member thinks of the service, from 1 to 5; null when it does not say.</param>
/// <param name="Comment">What there is to say of the rating; never published.</param>
/// <param name="By">Who, as trails name them.</param>
/// <param name="At">When, on the local clock.</param>
/// <param name="Reply">What the provider maintains; null while it does not.</param>
public sealed record UnitsAnswer(
    Siren Member,
    Period Period,
    UnitsVerdict Verdict,
    IReadOnlyList<UnitFigure> Figures,
    string? Reason,
    int? Rating,
    string? Comment,
    string By,
    DateTimeOffset At,
    UnitsReply? Reply)
{
    /// <summary>The least rating.</summary>
    public const int LeastRating = 1;

    /// <summary>The most.</summary>
    public const int MostRating = 5;

    /// <summary>Local date on which it was said.</summary>
    public DateOnly On => DateOnly.FromDateTime(At.DateTime);

    /// <summary>Whether another says the same, whoever says it and when.</summary>
    public bool SaysAs(UnitsAnswer other) =>
        Member == other.Member
        && Period == other.Period
        && Verdict == other.Verdict
        && Figures.SequenceEqual(other.Figures)
        && Reason == other.Reason
        && Rating == other.Rating
        && Comment == other.Comment;
}
