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
    public decimal? Over(IndicatorDefinition definition, Period window, IReadOnlyList<Siren> members) =>
        Over(definition, window, In(window.Year, members));

    /// <summary>What counts of a year and a set of members, to be used for many indicators and windows.</summary>
    /// <param name="year">Civil year.</param>
    /// <param name="members">Whose values, for member-level parts.</param>
    /// <param name="alsoIn">Another year: only what is known in the same period of it as well counts.</param>
    internal CountedValues In(int year, IReadOnlyList<Siren> members, int? alsoIn = null) =>
        new(values, mutualisation, year, members, alsoIn);

    /// <summary>The value of an indicator over a window of the year of some values; null when nothing is known.</summary>
    internal decimal? Over(IndicatorDefinition definition, Period window, CountedValues counted) =>
        definition.Aggregation switch
        {
            Aggregation.Sum => Sum(Cells(definition, window, counted)),
            Aggregation.Last => Sum(LastOfEach(definition, window, counted)),
            Aggregation.Average => Average(definition, window, counted),
            _ => Ratio(definition, window, counted),
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

    private static IEnumerable<IndicatorValue> Cells(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var years = counted.Of(definition);
        var (first, last) = Ranks(window, definition.Periodicity);
        for (var rank = first; rank <= last; rank++)
        {
            foreach (var year in years)
            {
                if (year.Find(rank) is { } value)
                {
                    yield return value;
                }
            }
        }
    }

    private static IEnumerable<IndicatorValue> LastOfEach(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var (first, last) = Ranks(window, definition.Periodicity);
        foreach (var year in counted.Of(definition))
        {
            var rank = last;
            while (rank >= first && year.Find(rank) is null)
            {
                rank--;
            }

            if (rank >= first)
            {
                yield return year.Find(rank)!;
            }
        }
    }

    // Weighted where weights are known; the simple mean only when no value has one.
    private decimal? Average(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var all = Cells(definition, window, counted).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        if (definition.Weight is { } weightCode)
        {
            var weight = catalogue[weightCode];
            var weighted = all
                .Select(c => (c.Value, Weight: Over(weight, c.Key.Period, counted.Only(c.Key.Member))))
                .Where(c => c.Weight is > 0)
                .ToList();
            if (weighted.Count > 0)
            {
                return weighted.Sum(c => c.Value * c.Weight!.Value) / weighted.Sum(c => c.Weight!.Value);
            }
        }

        return all.Sum(c => c.Value) / all.Count;
    }

    private decimal? Ratio(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var numerator = catalogue[definition.Numerator!];
        var denominator = catalogue[definition.Denominator!];
        var (above, below) = numerator.Level == denominator.Level
            ? Sums(Pairs(numerator, denominator, window, counted))
            : (Over(numerator, window, counted), Over(denominator, window, counted));
        return above is null || below is null or 0 ? null : above / below * definition.Factor;
    }

    // Only where both halves are whole: a numerator without its denominator would bend the rate.
    private static IEnumerable<(decimal Above, decimal Below)> Pairs(
        IndicatorDefinition numerator, IndicatorDefinition denominator, Period window, CountedValues counted)
    {
        var step = numerator.Periodicity > denominator.Periodicity ? numerator.Periodicity : denominator.Periodicity;
        var (first, last) = Ranks(window, step);
        foreach (var (upper, lower) in counted.Of(numerator).Zip(counted.Of(denominator)))
        {
            for (var rank = last; rank >= first; rank--)
            {
                if (upper.Whole(step, rank, numerator.Aggregation) is not { } above
                    || lower.Whole(step, rank, denominator.Aggregation) is not { } below)
                {
                    continue;
                }

                yield return (above, below);
                if (numerator.Aggregation == Aggregation.Last)
                {
                    // The last pair of a stock stands for the whole window.
                    break;
                }
            }
        }
    }

    private static (decimal? Above, decimal? Below) Sums(IEnumerable<(decimal Above, decimal Below)> pairs)
    {
        decimal? above = null;
        decimal? below = null;
        foreach (var pair in pairs)
        {
            above = (above ?? 0) + pair.Above;
            below = (below ?? 0) + pair.Below;
        }

        return (above, below);
    }

    // The ranks in the year of the periods that make a window; none when it is shorter than one of them.
    private static (int First, int Last) Ranks(Period window, Periodicity periodicity)
    {
        var count = window.Periodicity.Months() / periodicity.Months();
        return (((window.Index - 1) * count) + 1, window.Index * count);
    }
}
