using Evaluation.Core.Aggregation;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Statistics;

/// <summary>What an indicator says of a group of members.</summary>
/// <param name="Group">Who.</param>
/// <param name="Value">Of the group as a whole: a ratio is Σ ÷ Σ, never the mean of its members’; null when unknown.</param>
/// <param name="Distribution">Of the values of its members, each counted once; null when none is known.</param>
public sealed record GroupResult(MemberGroup Group, decimal? Value, Distribution? Distribution)
{
    /// <summary>Whether the value adds up and lacks one of a member of the group: it would look like a small value.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The results of groups over a window; none at service level, where members have no value of their own.</summary>
    /// <param name="aggregation">How values add up.</param>
    /// <param name="definition">Of what.</param>
    /// <param name="window">Of one year.</param>
    /// <param name="groups">Of whom.</param>
    /// <param name="isPartial">Whether the values counted of a group lack one that is due.</param>
    internal static IReadOnlyList<GroupResult> Of(
        IndicatorAggregation aggregation,
        IndicatorDefinition definition,
        Period window,
        IEnumerable<MemberGroup> groups,
        Func<CountedValues, bool> isPartial) =>
        definition.Level == IndicatorLevel.Service
            ? []
            : [.. groups.Select(group => Of(aggregation, definition, window, group, isPartial))];

    private static GroupResult Of(
        IndicatorAggregation aggregation,
        IndicatorDefinition definition,
        Period window,
        MemberGroup group,
        Func<CountedValues, bool> isPartial)
    {
        var counted = aggregation.In(window.Year, group.Members);
        var values = new List<decimal>(group.Members.Count);
        foreach (var member in group.Members)
        {
            if (aggregation.Over(definition, window, counted.Only(member)) is { } value)
            {
                values.Add(value);
            }
        }

        var ofGroup = aggregation.Over(definition, window, counted);
        return new GroupResult(group, ofGroup, Statistics.Distribution.Of(values))
        {
            IsPartial = ofGroup is not null && isPartial(counted),
        };
    }
}
