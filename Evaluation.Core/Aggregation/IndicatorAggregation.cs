using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

/// <summary>
/// Adds values up over time and members (docs/spec/aggregation.md). A missing value is not zero: it is left out, and
/// a ratio leaves out the other half of its pair as well. A zero denominator gives no value, nor do fewer than five answers.
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

    /// <summary>
    /// The same for one member while it takes part: the stock of who has left counts as it was last known.
    /// </summary>
    public decimal? WhileMember(IndicatorDefinition definition, Period window, Siren member)
    {
        var counted = In(window.Year, [member]);
        return definition.Aggregation == AggregationRule.Last
            ? Cells(definition, window, counted).LastOrDefault()?.Value
            : Over(definition, window, counted);
    }

    /// <summary>The value over a window when none that counts is missing; null otherwise.</summary>
    public decimal? WholeOver(IndicatorDefinition definition, Period window, IReadOnlyList<Siren> members) =>
        WholeOver(definition, window, In(window.Year, members));

    /// <summary>What the value of <see cref="Over(IndicatorDefinition, Period, IReadOnlyList{Siren})"/> is made of.</summary>
    public IndicatorTrace Trace(IndicatorDefinition definition, Period window, IReadOnlyList<Siren> members) =>
        Trace(definition, window, In(window.Year, members));

    /// <summary>What the value over a window of the year of some values is made of.</summary>
    internal IndicatorTrace Trace(IndicatorDefinition definition, Period window, CountedValues counted) =>
        new IndicatorTracing(this, catalogue).Of(definition, window, counted);

    /// <summary>What counts of a year and a set of members, to be used for many indicators and windows.</summary>
    /// <param name="year">Civil year.</param>
    /// <param name="members">Whose values, for member-level parts.</param>
    /// <param name="alsoIn">Another year: only what is known in the same period of it as well counts.</param>
    internal CountedValues In(int year, IReadOnlyList<Siren> members, int? alsoIn = null) =>
        new(values, mutualisation, year, members, alsoIn);

    /// <summary>The value over a window of the year of some values when none that counts is missing; null otherwise.</summary>
    internal decimal? WholeOver(IndicatorDefinition definition, Period window, CountedValues counted) =>
        IsWhole(definition, window, counted) ? Over(definition, window, counted) : null;

    /// <summary>The value of an indicator over a window of the year of some values; null when nothing is known.</summary>
    internal decimal? Over(IndicatorDefinition definition, Period window, CountedValues counted) =>
        definition.Aggregation switch
        {
            AggregationRule.Sum => Sum(definition, window, counted),
            AggregationRule.Last => Stock(definition, window, counted),
            AggregationRule.Average => Average(definition, window, counted),
            AggregationRule.Ratio => Ratio(definition, window, counted),
        };

    /// <summary>The answers behind a share of answers over a window; null for anything else, and when none is known.</summary>
    internal AnswerCount? Answers(IndicatorDefinition definition, Period window, CountedValues counted) =>
        definition.IsShareOfAnswers && Halves(definition, window, counted) is ({ } favourable, { } expressed)
            ? new AnswerCount(favourable, expressed)
            : null;

    /// <summary>Whether no value that counts is missing from a window; what the registers give is always known.</summary>
    internal bool IsWhole(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        if (definition.IsComputed)
        {
            return IsWhole(catalogue[definition.Numerator!], window, counted)
                && IsWhole(catalogue[definition.Denominator!], window, counted);
        }

        return definition.IsDerived
            || Array.TrueForAll(counted.Of(definition), row => row.IsWhole(window, definition.Aggregation));
    }

    private static decimal? Sum(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var ranks = Ranks.Of(window, definition.Periodicity);
        var (sum, isKnown) = (0m, false);
        foreach (var row in counted.Of(definition))
        {
            isKnown |= row.AddTo(ref sum, ranks);
        }

        return isKnown ? sum : null;
    }

    private static decimal? Stock(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        decimal? sum = null;
        foreach (var row in counted.Of(definition))
        {
            sum = row.LastOf(window) is { } last ? (sum ?? 0) + last.Value : sum;
        }

        return sum;
    }

    private static IEnumerable<IndicatorValue> Cells(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var years = counted.Of(definition);
        var ranks = Ranks.Of(window, definition.Periodicity);
        for (var rank = ranks.First; rank <= ranks.Last; rank++)
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
        var (above, below) = Halves(definition, window, counted);
        var isOfTooFewAnswers = definition.IsShareOfAnswers && below < IndicatorDefinition.FewestAnswers;
        return above is null || below is null or 0 || isOfTooFewAnswers ? null : above / below * definition.Factor;
    }

    private (decimal? Above, decimal? Below) Halves(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var numerator = catalogue[definition.Numerator!];
        var denominator = catalogue[definition.Denominator!];
        return numerator.Level == denominator.Level
            ? RatioParts.Sums(numerator, denominator, window, counted)
            : Totals(numerator, denominator, window, counted);
    }

    // The value of the service covers every member, so the total of the members must as well.
    private (decimal? Above, decimal? Below) Totals(
        IndicatorDefinition numerator, IndicatorDefinition denominator, Period window, CountedValues counted)
    {
        var ofMembers = numerator.Level == IndicatorLevel.Member ? numerator : denominator;
        return IsWhole(ofMembers, window, counted.OwnYear())
            ? (Over(numerator, window, counted), Over(denominator, window, counted))
            : (null, null);
    }
}
