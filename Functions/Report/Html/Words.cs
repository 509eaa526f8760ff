using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report.Html;

/// <summary>Small words of the page that several components share.</summary>
internal static class Words
{
    private const int GroupLength = 4;
    private const int GroupsShown = 4;

    /// <summary>A year, never grouped by thousands.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>« Commune » where every member is one, else « Membre ».</summary>
    public static string MemberNoun(AnnualReport report) =>
        report.Perimeter.Members.All(m => m.Member.InseeCode is not null) ? "Commune" : "Membre";

    /// <summary>Head of the column of periods.</summary>
    public static string PeriodHead(Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => "Mois",
        Periodicity.Quarterly => "Trimestre",
        Periodicity.Semiannual => "Semestre",
        _ => "Année",
    };

    /// <summary>A change with its unit.</summary>
    public static string Change(Figure change, string unit) => change.Value is null
        ? change.SignedText(1)
        : change.SignedText(1) + FrenchNumber.UnitSpace + unit;

    /// <summary>A percentage.</summary>
    public static string Percent(Figure figure) => figure.Value is null
        ? figure.Text(1)
        : figure.Text(1) + FrenchNumber.UnitSpace + "%";

    /// <summary>The unit of a column: pieces are « nombre ».</summary>
    public static string Unit(string unit) => unit == "unités" ? "nombre" : unit;

    /// <summary>The first digits of a fingerprint, by four.</summary>
    public static string Fingerprint(string fingerprint) =>
        string.Join(' ', fingerprint.Chunk(GroupLength).Take(GroupsShown).Select(group => new string(group)));
}
