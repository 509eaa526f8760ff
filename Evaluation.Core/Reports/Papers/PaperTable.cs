using System.Text.Json.Serialization;

namespace Evaluation.Core.Reports.Papers;

/// <summary>A table. The first column names the rows.</summary>
/// <param name="Name">Short and unlike that of any other table of the paper: names a sheet of a workbook, 31 letters at most.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Unit">Units, and how columns relate; null when the headings say all.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">Each with one cell a column.</param>
/// <param name="Total">The row at the foot; null without one.</param>
public sealed record PaperTable(
    string Name,
    string Caption,
    string? Unit,
    IReadOnlyList<PaperColumn> Columns,
    IReadOnlyList<PaperRow> Rows,
    PaperRow? Total = null) : PaperBlock
{
    /// <summary>Whether a column of the total is the sum of what stands above it, to the last digit.</summary>
    /// <param name="column">From 0.</param>
    public bool IsSum(int column) =>
        Total?.Cells[column].Number is { } total
        && Rows.Any(row => row.Cells[column].Number is not null)
        && Rows.Sum(row => row.Cells[column].Number ?? 0) == total;

    /// <summary>The total where it is read; null under a single row that says the same.</summary>
    [JsonIgnore]
    public PaperRow? ReadTotal => Total is { } total && Rows is [var only] && total.Cells.Zip(only.Cells).Skip(1).All(c => SaysNoMore(c.First, c.Second)) ? null : Total;

    /// <summary>How a cell is read.</summary>
    /// <param name="cell">Of one of the rows.</param>
    /// <param name="column">From 0.</param>
    public string Text(PaperCell cell, int column) => cell.Text(cell.Format ?? Columns[column].Format);

    private static bool SaysNoMore(PaperCell total, PaperCell row) =>
        total is { IsFigure: false, Words: null or "", Note: null }
        || (total.Number == row.Number && total.Day == row.Day && total.Words == row.Words && (total.Note is null || total.Note == row.Note));
}

/// <summary>A column.</summary>
/// <param name="Heading">What stands at its head.</param>
/// <param name="Format">How its cells are read.</param>
public sealed record PaperColumn(string Heading, PaperFormat Format)
{
    /// <summary>A column of words.</summary>
    public static PaperColumn Words(string heading) => new(heading, PaperFormat.Words);

    /// <summary>A column of euros, to the cent.</summary>
    public static PaperColumn Euros(string heading) => new(heading, PaperFormat.Number(2));

    /// <summary>A column of differences in euros, to the cent, with their sign.</summary>
    public static PaperColumn Difference(string heading) => new(heading, PaperFormat.Signed(2));

    /// <summary>A column of counts.</summary>
    public static PaperColumn Count(string heading) => new(heading, PaperFormat.Number(0));
}

/// <summary>A row.</summary>
/// <param name="Cells">One a column.</param>
/// <param name="Group">The heading that this row and those after it stand under; null to stay under the one before.</param>
public sealed record PaperRow(IReadOnlyList<PaperCell> Cells, string? Group = null)
{
    /// <summary>A row of some cells.</summary>
    public static PaperRow Of(params IReadOnlyList<PaperCell> cells) => new(cells);
}
