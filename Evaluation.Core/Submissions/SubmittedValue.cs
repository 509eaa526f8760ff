using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Submissions;

/// <summary>Reads the value of a row: a decimal with a point, within the bounds and decimals of its indicator.</summary>
internal static class SubmittedValue
{
    // « Mille milliards »: weighted sums over any community and year stay well inside a decimal.
    private const decimal LargestMagnitude = 1_000_000_000_000m;

    /// <summary>The value; null with an error. Bounds are those of the definition, if it is known.</summary>
    public static decimal? Read(SubmittedRow row, IndicatorDefinition? definition, RowFindings findings)
    {
        if (string.IsNullOrEmpty(row.Value))
        {
            findings.Error(
                "value.missing", "value", "La valeur manque : transmettez 0 pour zéro, ou retirez la ligne si la valeur est inconnue.");
            return null;
        }

        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(row.Value, styles, CultureInfo.InvariantCulture, out var value) || row.Value.Contains('\0', StringComparison.Ordinal))
        {
            findings.Error(
                "value.notDecimal",
                "value",
                $"« {RowFindings.Excerpt(row.Value)} » n’est pas un nombre : écrivez-le seul, sans unité ni signe %, par exemple 1234,5 dans un fichier ou 1234.5 en JSON.");
            return null;
        }

        // Dividing by a one with 28 zeros drops trailing zeros, so that 42.0 and 42 are the same value.
        value /= 1.0000000000000000000000000000m;
        if (definition is not null)
        {
            Judge(value, definition, findings);
        }

        return value;
    }

    private static void Judge(decimal value, IndicatorDefinition definition, RowFindings findings)
    {
        if (Math.Abs(value) > LargestMagnitude)
        {
            findings.Error(
                "value.outOfRange", "value", $"La valeur de {definition.Code} dépasse mille milliards : vérifiez-la.");
        }
        else if (value < definition.Min || value > definition.Max)
        {
            findings.Error(
                "value.outOfRange",
                "value",
                $"La valeur {Shown(value)} sort des bornes de {definition.Code} ({definition.Bounds()}) : vérifiez-la.");
        }
        else if (value.Scale > definition.Decimals)
        {
            findings.Error(
                "value.tooManyDecimals",
                "value",
                definition.Decimals == 0
                    ? $"L’indicateur {definition.Code} se donne en nombre entier : arrondissez la valeur."
                    : $"L’indicateur {definition.Code} admet {FrenchText.Count(definition.Decimals, "décimale", "décimales")} au plus : arrondissez la valeur.");
        }
    }

    private static string Shown(decimal value) => FrenchNumber.FormatShort(value, value.Scale);
}
