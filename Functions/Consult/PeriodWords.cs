using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Functions.Report.Html;

namespace Evaluation.Functions.Consult;

/// <summary>Names of periods on pages.</summary>
internal static class PeriodWords
{
    /// <summary><c>mars 2025</c>, <c>1er trimestre 2025</c>, <c>2e semestre 2025</c>, <c>année 2025</c>.</summary>
    public static string Of(Period period) => period.Periodicity switch
    {
        Periodicity.Monthly => FrenchDate.MonthYear(period.Start),
        Periodicity.Quarterly => $"{FrenchText.Ordinal(period.Index)} trimestre {Words.Year(period.Year)}",
        Periodicity.Semiannual => $"{FrenchText.Ordinal(period.Index)} semestre {Words.Year(period.Year)}",
        _ => $"année {Words.Year(period.Year)}",
    };

    /// <summary>The same at the head of a line.</summary>
    public static string Head(Period period) => char.ToUpperInvariant(Of(period)[0]) + Of(period)[1..];
}
