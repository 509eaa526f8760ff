using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report;

/// <summary>Lays out the figures of the two charts that set members side by side.</summary>
internal static class FigureRows
{
    /// <summary>Member by member and month by month.</summary>
    public static IEnumerable<ReportRow> Months(MonthsFigure? figure) =>
        from row in figure?.Rows ?? []
        from month in row.Months.Index()
        select new ReportRow(
            "Activité",
            figure!.Code,
            figure.Line.Label,
            string.Create(CultureInfo.InvariantCulture, $"{figure.Year:D4}-{month.Index + 1:D2}"),
            month.Item,
            figure.Line.Unit)
        {
            Member = row.Member,
        };

    /// <summary>Use and amount by inhabitant.</summary>
    public static IEnumerable<ReportRow> Uses(UsesFigure? figure, string year)
    {
        const string section = "Répartition";
        foreach (var row in figure?.Rows ?? [])
        {
            yield return new ReportRow(
                section,
                figure!.UnitCode,
                $"{figure.UnitLabel} pour {FrenchNumber.Format(1000)} habitants",
                year,
                row.UnitsPerThousand,
                $"pour {FrenchNumber.Format(1000)} habitants")
            {
                Member = row.Member,
            };
            yield return new ReportRow(section, null, "Montant par habitant", year, row.PerInhabitant, "€ par habitant")
            {
                Member = row.Member,
            };
        }
    }
}
