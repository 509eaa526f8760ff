using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Close;

/// <summary>How much of what a period calls for is in, its deadline past or not (docs/spec/completeness.md).</summary>
/// <param name="mutualisation">Which service.</param>
/// <param name="year">Of the periods asked for.</param>
/// <param name="values">What the year holds.</param>
internal sealed class PeriodReceipts(Mutualisation mutualisation, int year, IReadOnlyList<IndicatorValue> values)
{
    private readonly List<IndicatorDefinition> _expected = [.. mutualisation.Expected(Catalogue.Standard, Period.OfYear(year))];
    private readonly HashSet<ValueKey> _known = [.. values.Select(v => v.Key)];

    /// <summary>Values of the length of the period, of members that take part in it: those it calls for, and those that came.</summary>
    public (int Received, int Expected) Of(Period period)
    {
        var members = mutualisation.Memberships.Where(m => m.DaysIn(period) > 0).Select(m => m.Member).Distinct().ToList();
        var keys = members.Count == 0 ? [] : _expected.Where(d => d.Periodicity == period.Periodicity)
            .SelectMany(d => d.Level == IndicatorLevel.Service
                ? [new ValueKey(d.Code, null, period)]
                : members.Select(m => new ValueKey(d.Code, m, period)))
            .ToList();
        return (keys.Count(_known.Contains), keys.Count);
    }
}
