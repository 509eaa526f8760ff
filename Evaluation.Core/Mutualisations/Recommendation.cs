namespace Evaluation.Core.Mutualisations;

/// <summary>What became of a recommendation.</summary>
public enum RecommendationStatus
{
    /// <summary>Proposed by an evaluation.</summary>
    Proposed,

    /// <summary>Taken up by a decision.</summary>
    Decided,

    /// <summary>Being carried out.</summary>
    InProgress,

    /// <summary>Done.</summary>
    CarriedOut,

    /// <summary>Given up; the note says why.</summary>
    Dropped,
}

/// <summary>A recommendation of an evaluation, followed until it is carried out or dropped.</summary>
/// <param name="Year">The year evaluated.</param>
/// <param name="Text">What to do, one French sentence.</param>
/// <param name="Owner">Function in charge, no person’s name.</param>
/// <param name="DueOn">Last day to do it; null when none was set.</param>
/// <param name="Status">What became of it.</param>
/// <param name="StatusOn">Since when.</param>
/// <param name="Note">What there is to say of it; always there when it was dropped.</param>
public sealed record Recommendation(
    int Year, string Text, string Owner, DateOnly? DueOn, RecommendationStatus Status, DateOnly StatusOn, string? Note)
{
    /// <summary>Whether nothing more is expected: carried out or dropped.</summary>
    public bool IsClosed => Status is RecommendationStatus.CarriedOut or RecommendationStatus.Dropped;

    /// <summary>Whether it is still open after its last day.</summary>
    public bool IsLateOn(DateOnly day) => !IsClosed && day > DueOn;
}
