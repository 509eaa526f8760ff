namespace Evaluation.Core.Mutualisations;

/// <summary>The part of a period to which one version of a convention applies.</summary>
/// <param name="Convention">The version.</param>
/// <param name="From">First day, included.</param>
/// <param name="To">The day after the last.</param>
public sealed record ConventionSpan(Convention Convention, DateOnly From, DateOnly To)
{
    /// <summary>Days of the span, 1 or more.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}
