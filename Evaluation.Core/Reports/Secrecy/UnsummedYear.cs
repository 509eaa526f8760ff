namespace Evaluation.Core.Reports.Secrecy;

/// <summary>A year of stocks or means, which repeat over time rather than add up.</summary>
internal static class UnsummedYear
{
    /// <summary>The small ones, and every total or longer period that covers one: no complement is looked for.</summary>
    public static IEnumerable<PublicRow> Masked(IReadOnlyList<PublicRow> rows, int threshold)
    {
        var small = rows.Where(row => SmallCount.IsSmall(row.Value, threshold)).ToList();
        return rows.Where(row => small.Exists(inner =>
            (row.Member is null || row.Member == inner.Member) && row.Period.Contains(inner.Period)));
    }
}
