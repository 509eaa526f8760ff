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

    /// <summary>A percentage.</summary>
    public static string Percent(Figure figure) => figure.Value is null
        ? figure.Text(1)
        : figure.Text(1) + FrenchNumber.UnitSpace + "%";
}
