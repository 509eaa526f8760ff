using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Rules;

/// <summary>The rules that follow from the catalogue, and their check on values.</summary>
public static class StandardRules
{
    private const decimal Whole = 100;

    /// <summary>A component never exceeds its total: one rule for each rate of at most 100 %.</summary>
    public static IReadOnlyList<ValidationRule> Of(Catalogue catalogue) =>
        [.. catalogue.Indicators.Where(i => IsShare(i, catalogue)).Select(rate => new ValidationRule(
            rate.Code,
            IndicatorExpression.Of(rate.Numerator!),
            RuleOperator.LessOrEqual,
            IndicatorExpression.Of(rate.Denominator!),
            MissingValues.SkipIfAnyMissing)
        {
            FindingCode = Refusals.RuleComponentAboveTotal.Code,
        })];

    /// <summary>What rules find in a window for one member or several together.</summary>
    /// <param name="rules">Each is checked when the window is long enough for all it reads.</param>
    /// <param name="aggregation">Values; one that lacks a period that counts is missing.</param>
    /// <param name="catalogue">Definitions.</param>
    /// <param name="window">Where to look.</param>
    /// <param name="members">Whose values, for member-level indicators.</param>
    public static IEnumerable<IndicatorFinding> Check(
        IEnumerable<ValidationRule> rules,
        IndicatorAggregation aggregation,
        Catalogue catalogue,
        Period window,
        IReadOnlyList<Siren> members) =>
        rules.Where(rule => rule.Window(catalogue) <= window.Periodicity)
            .Select(rule => rule.Check(code => aggregation.WholeOver(catalogue[code], window, members)))
            .OfType<IndicatorFinding>();

    private static bool IsShare(IndicatorDefinition rate, Catalogue catalogue) =>
        rate is { IsComputed: true, Max: Whole, Factor: Whole }
        && catalogue[rate.Numerator!].Level == catalogue[rate.Denominator!].Level;
}
