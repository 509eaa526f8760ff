namespace Evaluation.Core.Reports.Secrecy;

/// <summary>A table of counts and the totals that are published with it.</summary>
/// <remarks>A total that is not published still exists: someone may learn it, nobody is told it here.</remarks>
public sealed class CountTable
{
    /// <summary>A table of counts, whose totals are their sums.</summary>
    /// <param name="cells">Row by row, as long as one another; null where nothing is known, which is published as such.</param>
    /// <exception cref="ArgumentException">A count is negative, or the rows are not as long as one another.</exception>
    public CountTable(IReadOnlyList<IReadOnlyList<decimal?>> cells)
    {
        Columns = cells.Count == 0 ? 0 : cells[0].Count;
        if (cells.Any(row => row.Count != Columns || row.Any(cell => cell < 0)))
        {
            throw new ArgumentException("A table of counts has rows of one length and no negative count.", nameof(cells));
        }

        Cells = cells;
        RowTotals = [.. cells.Select(_ => true)];
        ColumnTotals = [.. Enumerable.Repeat(true, Columns)];
    }

    /// <summary>Row by row; null where nothing is known.</summary>
    public IReadOnlyList<IReadOnlyList<decimal?>> Cells { get; }

    /// <summary>How many rows.</summary>
    public int Rows => Cells.Count;

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>Of each row, whether its total is published; all by default.</summary>
    public IReadOnlyList<bool> RowTotals { get; init; }

    /// <summary>Of each column, whether its total is published; all by default.</summary>
    public IReadOnlyList<bool> ColumnTotals { get; init; }

    /// <summary>Of each row, its total when it holds more than the counts known; null for their sum.</summary>
    public IReadOnlyList<decimal?> RowSums { get; init; } = [];

    /// <summary>Of each column, its total when it holds more than the counts known; null for their sum.</summary>
    public IReadOnlyList<decimal?> ColumnSums { get; init; } = [];

    /// <summary>Row and column of the counts that are part of the totals and not published themselves.</summary>
    public IReadOnlySet<(int Row, int Column)> Unpublished { get; init; } = new HashSet<(int, int)>();

    /// <summary>Whether the total of all is published.</summary>
    public bool GrandTotal { get; init; } = true;
}
