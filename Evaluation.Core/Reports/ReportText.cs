using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>French words of the report that depend on figures.</summary>
internal static class ReportText
{
    private const string Piece = "unités";

    /// <summary>A name given by a user: French apostrophes, nothing that could disturb its surroundings.</summary>
    public static string Name(string name) => SvgText.Clean(Typography.Apostrophes(name));

    /// <summary>A label or sentence given by a user or the catalogue, in French typography.</summary>
    public static string Prose(string text) => SvgText.Clean(Typography.Fix(text));

    /// <summary>The text inside a sentence: first letter in lower case, acronyms kept.</summary>
    public static string Inside(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) || label.Length == 0
            ? label
            : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>A year, never grouped by thousands.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>« en jours », « en % »; « nombre » for pieces.</summary>
    public static string InUnit(string unit) => unit == Piece ? "Nombre" : $"En {unit}";

    /// <summary>« mois », « trimestres »…: what the periods of a year are, in the number asked for.</summary>
    public static string PeriodNoun(Periodicity periodicity, int count) => periodicity switch
    {
        Periodicity.Monthly => "mois",
        Periodicity.Quarterly => FrenchText.Plural(count, "trimestre", "trimestres"),
        Periodicity.Semiannual => FrenchText.Plural(count, "semestre", "semestres"),
        Periodicity.Annual => FrenchText.Plural(count, "année", "années"),
    };
}
