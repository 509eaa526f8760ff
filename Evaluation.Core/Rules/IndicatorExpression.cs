using Evaluation.Core.French;

namespace Evaluation.Core.Rules;

/// <summary>An indicator times a number.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Coefficient">Not zero.</param>
public sealed record IndicatorTerm(string Indicator, decimal Coefficient);

/// <summary>A sum of indicators times numbers, and of a number: one side of a rule.</summary>
/// <param name="Terms">May be empty: the side is then a number.</param>
/// <param name="Constant">Added to the terms.</param>
public sealed record IndicatorExpression(IReadOnlyList<IndicatorTerm> Terms, decimal Constant)
{
    /// <summary>The value of an indicator.</summary>
    public static IndicatorExpression Of(string indicator) => new([new IndicatorTerm(indicator, 1)], 0);

    /// <summary>A number.</summary>
    public static IndicatorExpression Number(decimal value) => new([], value);

    /// <summary>The sum of two.</summary>
    public static IndicatorExpression operator +(IndicatorExpression left, IndicatorExpression right) =>
        new([.. left.Terms, .. right.Terms], left.Constant + right.Constant);

    /// <summary>The difference of two.</summary>
    public static IndicatorExpression operator -(IndicatorExpression left, IndicatorExpression right) => left + (-1 * right);

    /// <summary>A multiple.</summary>
    public static IndicatorExpression operator *(decimal factor, IndicatorExpression expression) => new(
        [.. expression.Terms.Select(t => t with { Coefficient = factor * t.Coefficient })], factor * expression.Constant);

    /// <summary>The value; null when values are missing and the strategy does not do without.</summary>
    /// <param name="valueOf">The value of a code, null when it is missing.</param>
    /// <param name="missing">What is done of missing values.</param>
    public decimal? Value(Func<string, decimal?> valueOf, MissingValues missing)
    {
        var (sum, known) = (Constant, 0);
        foreach (var term in Terms)
        {
            if (valueOf(term.Indicator) is { } value)
            {
                sum += term.Coefficient * value;
                known++;
            }
        }

        return missing switch
        {
            MissingValues.SkipIfAnyMissing => known == Terms.Count ? sum : null,
            MissingValues.SkipIfAllMissing => known > 0 || Terms.Count == 0 ? sum : null,
            MissingValues.NeverSkip => sum,
        };
    }

    /// <summary>As a French reader writes it: <c>ADS-05 + 2 × ADS-06 − 3</c>.</summary>
    public override string ToString()
    {
        var text = string.Concat(Terms
            .Select(t => Signed(t.Coefficient, Math.Abs(t.Coefficient) == 1 ? t.Indicator : $"{Digits(t.Coefficient)} × {t.Indicator}"))
            .Append(Constant == 0 && Terms.Count > 0 ? "" : Signed(Constant, Digits(Constant))));
        return text.StartsWith(" + ", StringComparison.Ordinal) ? text[3..] : text.TrimStart();
    }

    private static string Signed(decimal sign, string text) => sign < 0 ? $" {FrenchNumber.Minus} {text}" : $" + {text}";

    private static string Digits(decimal number) => FrenchNumber.FormatShort(Math.Abs(number), 6);
}
