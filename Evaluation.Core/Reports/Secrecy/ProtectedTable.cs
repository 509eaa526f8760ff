namespace Evaluation.Core.Reports.Secrecy;

/// <summary>What of a table is not to be shown.</summary>
/// <param name="Cells">Row by row: true where « n.c. » stands.</param>
/// <param name="RowTotals">Of each row: true where its total is masked.</param>
/// <param name="ColumnTotals">Of each column: true where its total is masked.</param>
/// <param name="GrandTotal">True when the total of all is masked.</param>
public sealed record ProtectedTable(
    IReadOnlyList<IReadOnlyList<bool>> Cells,
    IReadOnlyList<bool> RowTotals,
    IReadOnlyList<bool> ColumnTotals,
    bool GrandTotal)
{
    /// <summary>
    /// Masks the small counts of a table, totals included, then as little else as a step-by-step choice finds, until no
    /// masked figure can be computed from what is left (docs/spec/secrecy.md).
    /// </summary>
    /// <param name="table">Counts and the totals published.</param>
    /// <param name="threshold">Counts from this one are shown.</param>
    public static ProtectedTable Of(CountTable table, int threshold = SmallCount.DefaultThreshold)
    {
        var graph = new SuppressionGraph(table);
        foreach (var entry in graph.Published.Where(e => SmallCount.IsSmall(graph.Count(e), threshold)).ToList())
        {
            graph.Mask(entry);
        }

        // What is masked to protect one figure is protected by it in turn: one pass is enough. What is not published may
        // be small as well.
        var unpublished = table.Unpublished.Order().Select(place => new TableEntry(place.Row, place.Column));
        foreach (var entry in graph.Masked.OrderBy(graph.Count).Concat(unpublished).ToList())
        {
            graph.Protect(entry);
        }

        return new ProtectedTable(
            [.. Enumerable.Range(0, table.Rows).Select(row => (IReadOnlyList<bool>)
                [.. Enumerable.Range(0, table.Columns).Select(column => graph.IsMasked(new(row, column)))])],
            [.. Enumerable.Range(0, table.Rows).Select(row => graph.IsMasked(new(row, table.Columns)))],
            [.. Enumerable.Range(0, table.Columns).Select(column => graph.IsMasked(new(table.Rows, column)))],
            graph.IsMasked(new(table.Rows, table.Columns)));
    }
}
