using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>One period of a series.</summary>
/// <param name="Period">Of the year evaluated.</param>
/// <param name="Value">Over all members; null when not transmitted.</param>
/// <param name="Previous">The same period one year earlier.</param>
/// <param name="IsProvisional">Whether a value it rests on may still change.</param>
public sealed record SeriesPoint(Period Period, decimal? Value, decimal? Previous, bool IsProvisional)
{
    /// <summary>Both years on the same members and periods; null when nothing is comparable.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Whether the value adds up and lacks one that counts: it is no smaller value, and nothing is drawn from it.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The same of the year before.</summary>
    public bool IsPreviousPartial { get; init; }
}

/// <summary>One member’s result over the year.</summary>
/// <param name="Member">Who.</param>
/// <param name="Value">Over the year; null when not transmitted.</param>
/// <param name="Previous">Over the year before.</param>
/// <param name="Status">Against the target.</param>
public sealed record MemberResult(Member Member, decimal? Value, decimal? Previous, TargetStatus Status)
{
    /// <summary>Whether the value adds up and lacks one that counts.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether at least 80 % of the values of the member came.</summary>
    public bool IsConclusive { get; init; } = true;
}

/// <summary>
/// Two years compared: on the same perimeter wherever values part by member, that is only what both years have, member
/// by member and period by period.
/// </summary>
/// <param name="Current">The year evaluated.</param>
/// <param name="Previous">The year before.</param>
public sealed record Comparison(decimal Current, decimal Previous)
{
    /// <summary>
    /// Whether both years have the same members: false for what does not part by member, when some came or left.
    /// </summary>
    public bool IsOnSamePerimeter { get; init; } = true;

    /// <summary>Whether at least 80 % of what was due in both years is known in both: below, nothing is concluded.</summary>
    public bool IsConclusive { get; init; } = true;

    /// <summary>Relative change, 0.05 for +5 %; null from zero.</summary>
    public decimal? Change => Previous == 0 ? null : (Current - Previous) / Math.Abs(Previous);
}

/// <summary>What one indicator says of a year. Nothing is rounded here.</summary>
/// <param name="Followed">Definition and target.</param>
/// <param name="Value">Over the year and all members; null when nothing is known, or too few answers.</param>
/// <param name="Previous">Over the year before, on its own perimeter.</param>
/// <param name="Comparison">Both years on the same perimeter; null when nothing is comparable.</param>
/// <param name="Status">Against the target; none below 80 % of the values, nor for a sum that a missing value could change.</param>
/// <param name="Series">Period by period.</param>
/// <param name="ByMember">Member by member; empty at service level.</param>
public sealed record IndicatorResult(
    FollowedIndicator Followed,
    decimal? Value,
    decimal? Previous,
    Comparison? Comparison,
    TargetStatus Status,
    IReadOnlyList<SeriesPoint> Series,
    IReadOnlyList<MemberResult> ByMember)
{
    /// <summary>Whether the value adds up and lacks one that counts, or the year is not over.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The same of the year before.</summary>
    public bool IsPreviousPartial { get; init; }

    /// <summary>The answers that a share of answers rests on over the year; under five the value is null. Null for anything else.</summary>
    public AnswerCount? Answers { get; init; }

    /// <summary>The same of the year before.</summary>
    public AnswerCount? PreviousAnswers { get; init; }

    /// <summary>Whether at least 80 % of the values due came, of the indicator and of each of its parts.</summary>
    public bool IsConclusive { get; init; } = true;

    /// <summary>Over the year and the one before, on the members of both; null when the indicator is yearly.</summary>
    public TrendOutcome? Trend { get; init; }

    /// <summary>How alike communes are served; null for what adds up, or under three communes.</summary>
    public Homogeneity? Homogeneity { get; init; }

    /// <summary>The same against the year before, on the communes known in both; null when nothing compares.</summary>
    public HomogeneityChange? HomogeneityChange { get; init; }

    /// <summary>
    /// The periods whose value is known and whole, and those of them that miss the target; none for what adds up over
    /// periods, whose target is that of the year.
    /// </summary>
    public (int Known, int Missed) PeriodsAgainstTarget()
    {
        if (Followed.Target is not { } target || Definition is { Aggregation: AggregationRule.Sum } or { Periodicity: Periodicity.Annual })
        {
            return (0, 0);
        }

        var known = Series
            .Where(p => p is { Value: not null, IsPartial: false })
            .Select(p => decimal.Round(p.Value!.Value, Definition.Decimals, MidpointRounding.AwayFromZero))
            .ToList();
        return (known.Count, known.Count(v => target.IsMaximum ? v > target.Value : v < target.Value));
    }

    /// <summary>Shorthand for what is measured.</summary>
    public IndicatorDefinition Definition => Followed.Definition;
}
