using System.Globalization;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>The one rule of when what a year saved may be judged (docs/spec/savings.md).</summary>
public static class SavingsVerdict
{
    /// <summary>Why what is measured of a year is not judged, a French clause; null where it is.</summary>
    /// <param name="evaluation">Of the year.</param>
    public static string? WhyNone(YearFacts evaluation)
    {
        var year = evaluation.Dossier.Year.ToString("D4", CultureInfo.InvariantCulture);
        return !evaluation.IsYearOver ? $"l’année {year} n’est pas achevée"
            : evaluation.Costs is not { IsProvisional: false } ? $"le coût constaté de {year} n’est pas connu en entier"
            : evaluation.Completeness.IsTooLow ? "moins de 80 % des valeurs attendues sont reçues"
            : evaluation.Savings is { HasVerdict: false, VerdictFrom: var from } ? $"trop tôt, verdict à partir du bilan de {from.ToString("D4", CultureInfo.InvariantCulture)}"
            : null;
    }
}
