using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report.Html;

/// <summary>Small words of the page that several components share.</summary>
internal static class Words
{
    /// <summary>A year, never grouped by thousands.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A change with its unit.</summary>
    public static string Change(Figure change, string unit, int decimals = 1) => change.Value is null
        ? change.SignedText(decimals)
        : change.SignedText(decimals) + FrenchNumber.UnitSpace + unit;

    /// <summary>Caption of a table of figures that changed.</summary>
    public static string Changed(ChangedKind kind) => kind switch
    {
        ChangedKind.Value => "Valeurs",
        ChangedKind.Cost => "Coûts",
        ChangedKind.Call => "Appels de fonds",
    };

    /// <summary>In what order its rows are.</summary>
    public static string OrderOfChanges(ChangedKind kind) => kind switch
    {
        ChangedKind.Value => "Les plus grands écarts relatifs d’abord",
        ChangedKind.Cost or ChangedKind.Call => "Les plus grands écarts d’abord",
    };

    /// <summary>A percentage.</summary>
    public static string Percent(Figure figure) => figure.Value is null
        ? figure.Text(1)
        : figure.Text(1) + FrenchNumber.UnitSpace + "%";
}
