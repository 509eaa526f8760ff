using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration;

/// <summary>What a member counts in a year, from the first year it sent.</summary>
internal static class YearlyCount
{
    /// <summary>The last count of a stock; what adds up, brought to twelve months.</summary>
    public static decimal Of(IReadOnlyList<DemonstrationRow> rows, string indicator, Member member)
    {
        var unit = Catalogue.Standard[indicator];
        var counts = rows.Where(row => row.Indicator == indicator && row.Member == member.SortKey)
            .GroupBy(row => row.Period[..4])
            .MinBy(year => year.Key)!
            .Select(row => decimal.Parse(row.Value, CultureInfo.InvariantCulture))
            .ToList();
        return unit.Aggregation == AggregationRule.Last ? counts[^1] : counts.Average() * unit.Periodicity.PerYear();
    }
}
