using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>
/// Adds values up over time and members (docs/spec/aggregation.md). A missing value is not zero: it is left out, and
/// a ratio leaves out the other half of its pair as well. A zero denominator gives no value.
/// </summary>
/// <param name="values">What was observed.</param>
/// <param name="mutualisation">Who takes part when; a value outside a membership does not count.</param>
/// <param name="catalogue">Definitions of the parts of ratios.</param>
public sealed class IndicatorAggregation(ValueBook values, Mutualisation mutualisation, Catalogue catalogue)
{
    /// <summary>The value of an indicator over a window and a set of members; null when nothing is known.</summary>
    /// <param name="definition">What.</param>
    /// <param name="window">A period at least as long as the indicator’s.</param>
    /// <param name="members">Whose values, for member-level parts.</param>
    /// <param name="counts">Which values count; all when null.</param>
    public decimal? Over(
        IndicatorDefinition definition, Period window, IReadOnlyList<Siren> members, Func<ValueKey, bool>? counts = null) =>
        definition.Aggregation switch
        {
            Aggregation.Sum => Sum(Cells(definition, window, members, counts)),
            Aggregation.Last => Sum(LastOfEach(Cells(definition, window, members, counts))),
            Aggregation.Average => Average(definition, Cells(definition, window, members, counts), members, counts),
            _ => Ratio(definition, window, members, counts),
        };

    private static decimal? Sum(IEnumerable<IndicatorValue> cells)
    {
        decimal? sum = null;
        foreach (var cell in cells)
        {
            sum = (sum ?? 0) + cell.Value;
        }

        return sum;
    }

    private static IEnumerable<IndicatorValue> LastOfEach(IEnumerable<IndicatorValue> cells) =>
        cells.GroupBy(c => c.Key.Member).Select(ofMember => ofMember.MaxBy(c => c.Key.Period)!);

    private IEnumerable<IndicatorValue> Cells(
        IndicatorDefinition definition, Period window, IReadOnlyList<Siren> members, Func<ValueKey, bool>? counts)
    {
        if (window.Periodicity < definition.Periodicity)
        {
            yield break;
        }

        foreach (var period in window.Split(definition.Periodicity))
        {
            foreach (var entity in Entities(definition.Level, members))
            {
                var key = new ValueKey(definition.Code, entity, period);
                if (values.Find(key) is { } value && TakesPart(key) && (counts is null || counts(key)))
                {
                    yield return value;
                }
            }
        }
    }

    private static IEnumerable<Siren?> Entities(IndicatorLevel level, IReadOnlyList<Siren> members) =>
        level == IndicatorLevel.Service ? [null] : members.Select(m => (Siren?)m);

    private bool TakesPart(ValueKey key) => key.Member is not { } member || mutualisation.IsActiveIn(member, key.Period);

    // Weighted where weights are known; the simple mean only when no value has one.
    private decimal? Average(
        IndicatorDefinition definition,
        IEnumerable<IndicatorValue> cells,
        IReadOnlyList<Siren> members,
        Func<ValueKey, bool>? counts)
    {
        var all = cells.ToList();
        if (all.Count == 0)
        {
            return null;
        }

        if (definition.Weight is { } weightCode)
        {
            var weight = catalogue[weightCode];
            var weighted = all
                .Select(c => (c.Value, Weight: Over(weight, c.Key.Period, c.Key.Member is { } m ? [m] : members, counts)))
                .Where(c => c.Weight is > 0)
                .ToList();
            if (weighted.Count > 0)
            {
                return weighted.Sum(c => c.Value * c.Weight!.Value) / weighted.Sum(c => c.Weight!.Value);
            }
        }

        return all.Sum(c => c.Value) / all.Count;
    }

    private decimal? Ratio(
        IndicatorDefinition definition, Period window, IReadOnlyList<Siren> members, Func<ValueKey, bool>? counts)
    {
        var numerator = catalogue[definition.Numerator!];
        var denominator = catalogue[definition.Denominator!];
        var (above, below) = numerator.Level == denominator.Level
            ? Paired(numerator, denominator, window, members, counts)
            : (Over(numerator, window, members, counts), Over(denominator, window, members, counts));
        return above is null || below is null or 0 ? null : above / below * definition.Factor;
    }

    // Only where both halves are whole: a numerator without its denominator would bend the rate.
    private (decimal? Above, decimal? Below) Paired(
        IndicatorDefinition numerator,
        IndicatorDefinition denominator,
        Period window,
        IReadOnlyList<Siren> members,
        Func<ValueKey, bool>? counts)
    {
        var step = numerator.Periodicity > denominator.Periodicity ? numerator.Periodicity : denominator.Periodicity;
        if (window.Periodicity < step)
        {
            return (null, null);
        }

        decimal? above = null;
        decimal? below = null;
        foreach (var entity in Entities(numerator.Level, members))
        {
            var pairs = window.Split(step)
                .Select(p => (Above: Whole(numerator, entity, p, counts), Below: Whole(denominator, entity, p, counts)))
                .Where(pair => pair is { Above: not null, Below: not null });
            foreach (var pair in numerator.Aggregation == Aggregation.Last ? pairs.TakeLast(1) : pairs)
            {
                above = (above ?? 0) + pair.Above;
                below = (below ?? 0) + pair.Below;
            }
        }

        return (above, below);
    }

    private decimal? Whole(IndicatorDefinition definition, Siren? entity, Period window, Func<ValueKey, bool>? counts)
    {
        decimal? result = null;
        foreach (var period in window.Split(definition.Periodicity))
        {
            var key = new ValueKey(definition.Code, entity, period);
            if (!TakesPart(key))
            {
                continue;
            }

            if (values.Find(key) is not { } value || (counts is not null && !counts(key)))
            {
                return null;
            }

            result = definition.Aggregation == Aggregation.Last ? value.Value : (result ?? 0) + value.Value;
        }

        return result;
    }
}
