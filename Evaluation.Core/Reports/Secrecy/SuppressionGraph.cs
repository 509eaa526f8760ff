namespace Evaluation.Core.Reports.Secrecy;

/// <summary>A place in a table with its totals, which are one more row and one more column.</summary>
/// <param name="Row">From 0; the last is that of the column totals.</param>
/// <param name="Column">From 0; the last is that of the row totals.</param>
internal readonly record struct TableEntry(int Row, int Column);

/// <summary>
/// The rows and columns of a table as the nodes of a graph, its hidden figures as the edges. A reader who knows all
/// totals can move nothing but along a cycle: what one hidden figure gains the next one loses. A hidden figure on no
/// cycle is therefore known exactly; one on a cycle that no zero blocks may have several values.
/// </summary>
internal sealed class SuppressionGraph
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly Place[] _places;
    private readonly CheapestPath _paths;

    public SuppressionGraph(CountTable table)
    {
        (_rows, _columns) = (table.Rows, table.Columns);
        _places = new Place[(_rows + 1) * (_columns + 1)];
        for (var row = 0; row < _rows; row++)
        {
            At(row, _columns) = new Place { Count = 0, IsPublished = table.RowTotals[row] };
        }

        for (var column = 0; column < _columns; column++)
        {
            At(_rows, column) = new Place { Count = 0, IsPublished = table.ColumnTotals[column] };
        }

        At(_rows, _columns) = new Place { Count = 0, IsPublished = table.GrandTotal };
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                Add(row, column, table.Cells[row][column], !table.Unpublished.Contains((row, column)));
            }
        }

        for (var row = 0; row < table.RowSums.Count; row++)
        {
            At(row, _columns).Count = table.RowSums[row] ?? At(row, _columns).Count;
        }

        for (var column = 0; column < table.ColumnSums.Count; column++)
        {
            At(_rows, column).Count = table.ColumnSums[column] ?? At(_rows, column).Count;
        }

        _paths = new CheapestPath(this, _rows + 1, _columns + 1);
    }

    /// <summary>Every figure that is published, masked or not, row by row.</summary>
    public IEnumerable<TableEntry> Published =>
        from row in Enumerable.Range(0, _rows + 1)
        from column in Enumerable.Range(0, _columns + 1)
        where At(row, column) is { IsPublished: true, Count: not null }
        select new TableEntry(row, column);

    public IEnumerable<TableEntry> Masked => Published.Where(IsMasked);

    public decimal Count(TableEntry entry) => At(entry.Row, entry.Column).Count ?? 0;

    public bool IsMasked(TableEntry entry) => At(entry.Row, entry.Column).IsMasked;

    public void Mask(TableEntry entry) => At(entry.Row, entry.Column).IsMasked = true;

    /// <summary>Masks what is missing of the cheapest cycle through a masked figure.</summary>
    public void Protect(TableEntry entry)
    {
        foreach (var other in _paths.Around(entry))
        {
            if (At(other.Row, other.Column).IsPublished)
            {
                Mask(other);
            }
        }
    }

    /// <summary>
    /// What hiding a figure costs: nothing when it is hidden already, its size for a count, more for a zero, which
    /// surprises readers, more for a total, most for the total of all. Null when there is nothing to hide.
    /// </summary>
    public decimal? Cost(int row, int column)
    {
        var place = At(row, column);
        if (place.Count is not { } count)
        {
            return null;
        }

        if (place.IsMasked || !place.IsPublished)
        {
            return 0;
        }

        // No path is longer than the nodes are many, nor sums to more counts than there are.
        var (all, longest) = (Count(new(_rows, _columns)), _rows + _columns + 3m);
        var zero = all + 1;
        var total = zero * longest;
        return (row == _rows, column == _columns) switch
        {
            (true, true) => total * 2 * longest,
            (false, false) => count == 0 ? zero : count,
            _ => total + count,
        };
    }

    /// <summary>Whether the sum of a row or column may be kept by more here: totals stand on its other side.</summary>
    public bool MayRise(int row, int column) => !IsOpposite(row, column) || At(row, column).Count > 0;

    /// <summary>Whether it may be kept by less here: no count is below zero.</summary>
    public bool MayFall(int row, int column) => IsOpposite(row, column) || At(row, column).Count > 0;

    private bool IsOpposite(int row, int column) => (row == _rows) != (column == _columns);

    private void Add(int row, int column, decimal? count, bool isPublished)
    {
        At(row, column) = new Place { Count = count, IsPublished = isPublished };
        At(row, _columns).Count += count ?? 0;
        At(_rows, column).Count += count ?? 0;
        At(_rows, _columns).Count += count ?? 0;
    }

    private ref Place At(int row, int column) => ref _places[(row * (_columns + 1)) + column];

    private struct Place
    {
        public decimal? Count;
        public bool IsPublished;
        public bool IsMasked;
    }
}
