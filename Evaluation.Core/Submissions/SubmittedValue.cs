using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Submissions;

/// <summary>
/// Reads the value of a row: a decimal with a point, within the bounds and decimals of its indicator, which judge what
/// is written, to its last digit.
/// </summary>
internal static class SubmittedValue
{
    // « Mille milliards »: weighted sums over any community and year stay well inside a decimal.
    private const decimal LargestMagnitude = 1_000_000_000_000m;

    /// <summary>The value; null with an error. Bounds are those of the definition, if it is known.</summary>
    public static decimal? Read(SubmittedRow row, IndicatorDefinition? definition, RowFindings findings)
    {
        if (string.IsNullOrEmpty(row.Value))
        {
            findings.Error(Refusals.ValueMissing, "value");
            return null;
        }

        if (WrittenNumber.Read(row.Value) is not { } written)
        {
            findings.Error(Refusals.ValueNotDecimal, "value", Excerpt.Of(row.Value));
            return null;
        }

        if (definition is not null)
        {
            Judge(written, row.Value, definition, findings);
        }

        // Dividing by a one with 28 zeros drops trailing zeros, so that 42.0 and 42 are the same value.
        return written.Exact / 1.0000000000000000000000000000m;
    }

    private static void Judge(WrittenNumber written, string text, IndicatorDefinition definition, RowFindings findings)
    {
        if (written.ComparedTo(LargestMagnitude) > 0 || written.ComparedTo(-LargestMagnitude) < 0)
        {
            findings.Error(Refusals.NumberTooLarge, "value");
        }
        else if ((definition.Min is { } min && written.ComparedTo(min) < 0) || (definition.Max is { } max && written.ComparedTo(max) > 0))
        {
            findings.Error(
                Refusals.ValueOutOfRange, "value", (written.Exact is { } exact ? Shown(exact) : Excerpt.Of(text)), definition.Code, definition.Bounds());
        }
        else if (written.Decimals > definition.Decimals)
        {
            findings.Error(Refusals.ValueTooManyDecimals, "value", definition.Code, definition.Decimals == 0
                ? "se donne en nombre entier"
                : $"admet {FrenchText.Count(definition.Decimals, "décimale", "décimales")} au plus");
        }
    }

    private static string Shown(decimal value) => FrenchNumber.FormatShort(value, value.Scale);
}
