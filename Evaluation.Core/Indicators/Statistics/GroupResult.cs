using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators.Statistics;

/// <summary>What an indicator says of a group of members.</summary>
/// <param name="Group">Who.</param>
/// <param name="Value">Of the group as a whole: a ratio is Σ ÷ Σ, never the mean of its members’; null when unknown.</param>
/// <param name="Distribution">Of the values of its members, each counted once; null when none is known.</param>
public sealed record GroupResult(MemberGroup Group, decimal? Value, Distribution? Distribution)
{
    /// <summary>The results of groups over a window; none at service level, where members have no value of their own.</summary>
    public static IReadOnlyList<GroupResult> Of(
        IndicatorAggregation aggregation, IndicatorDefinition definition, Period window, IEnumerable<MemberGroup> groups) =>
        definition.Level == IndicatorLevel.Service
            ? []
            : [.. groups.Select(group => Of(aggregation, definition, window, group))];

    private static GroupResult Of(
        IndicatorAggregation aggregation, IndicatorDefinition definition, Period window, MemberGroup group)
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

        return new GroupResult(group, aggregation.Over(definition, window, counted), Statistics.Distribution.Of(values));
    }
}
