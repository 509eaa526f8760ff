using Evaluation.Core.Periods;

namespace Evaluation.Core.French;

/// <summary>Names of periods in sentences.</summary>
public static class FrenchPeriod
{
    /// <summary>Where the year is said already: <c>mars</c>, <c>1er trimestre</c>, <c>2e semestre</c>, <c>année</c>.</summary>
    public static string InItsYear(Period period) => period.Periodicity switch
    {
        Periodicity.Monthly => FrenchDate.MonthName(period.Index),
        Periodicity.Quarterly => $"{FrenchText.Ordinal(period.Index)} trimestre",
        Periodicity.Semiannual => $"{FrenchText.Ordinal(period.Index)} semestre",
        Periodicity.Annual => "année",
    };

    /// <summary><c>mars 2025</c>, <c>1er trimestre 2025</c>, <c>2e semestre 2025</c>, <c>année 2025</c>.</summary>
    public static string InWords(Period period) => FormattableString.Invariant($"{InItsYear(period)} {period.Year}");

    /// <summary>With its article, as a sentence takes it: <c>mars 2025</c>, <c>le 1er trimestre 2025</c>, <c>l’année 2025</c>.</summary>
    public static string WithArticle(Period period) => period.Periodicity switch
    {
        Periodicity.Monthly => InWords(period),
        Periodicity.Annual => "l’" + InWords(period),
        Periodicity.Quarterly or Periodicity.Semiannual => "le " + InWords(period),
    };

    /// <summary>After « de »: <c>de mars 2025</c>, <c>d’avril 2025</c>, <c>du 1er trimestre 2025</c>, <c>de l’année 2025</c>.</summary>
    public static string De(Period period) => FrenchText.De(WithArticle(period));
}
