using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers;

/// <summary>Adds up the rows of a table, and says where a sum is not that of all.</summary>
internal static class PaperTotals
{
    private const int MostDecimals = 6;

    /// <summary>What is read for a figure that should exist and did not come.</summary>
    public const string NotAvailable = Figure.NotTransmittedText;

    /// <summary>What is read where no figure can exist.</summary>
    public const string NotApplicable = Figure.NotApplicableText;

    /// <summary>A figure, or that it is not available.</summary>
    public static PaperCell Known(decimal? figure) => PaperCell.Of(figure, NotAvailable);

    /// <summary>The difference between two figures; that it is not available while one of them is not.</summary>
    public static PaperCell Difference(decimal? from, decimal? to) => Known(to - from);

    /// <summary>The fewest decimals, from some, at which every figure is read as it is; the most when none is enough.</summary>
    /// <param name="figures">Null for none.</param>
    /// <param name="from">Least decimals.</param>
    public static int DecimalsOf(IEnumerable<decimal?> figures, int from = 0) => Math.Min(
        MostDecimals,
        figures.OfType<decimal>().Select(f => (int)Figure.Of(f, MostDecimals).Value!.Value.Scale).Append(from).Max());

    /// <summary>The row at the foot of a table: sums of numbers and of differences; a sum that lacks a row says so.</summary>
    /// <param name="columns">The first one names the rows.</param>
    /// <param name="rows">At least one.</param>
    public static PaperRow Of(IReadOnlyList<PaperColumn> columns, IReadOnlyList<PaperRow> rows)
    {
        List<PaperCell> cells = ["Ensemble"];
        for (var column = 1; column < columns.Count; column++)
        {
            cells.Add(columns[column].Format.Kind switch
            {
                PaperFormatKind.Number => Sum(rows, column),
                PaperFormatKind.Signed when Sum(rows, column) is { Number: { } sum } cell =>
                    cells[column - 1].Number - cells[column - 2].Number == sum
                        ? cell
                        : new PaperCell { Words = NotApplicable, Note = "les deux totaux ne portent pas sur les mêmes lignes" },
                PaperFormatKind.Signed => Sum(rows, column),
                PaperFormatKind.Words or PaperFormatKind.Percent or PaperFormatKind.SignedPercent or PaperFormatKind.Day => "",
            });
        }

        return PaperRow.Of(cells);
    }

    private static PaperCell Sum(IReadOnlyList<PaperRow> rows, int column)
    {
        var missing = rows.Count(r => r.Cells[column].Words == NotAvailable);
        return rows.All(r => r.Cells[column].Number is null)
            ? missing > 0 ? NotAvailable : NotApplicable
            : new PaperCell
            {
                Number = rows.Sum(r => r.Cells[column].Number ?? 0),
                Note = missing == 0 ? null : $"partiel : {FrenchText.Count(missing, "valeur non disponible", "valeurs non disponibles")}",
            };
    }
}
