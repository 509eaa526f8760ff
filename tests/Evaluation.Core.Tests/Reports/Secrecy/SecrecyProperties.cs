using Evaluation.Core.Reports.Secrecy;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Secrecy;

public sealed class SecrecyProperties
{
    // Small counts, zeros and holes are frequent, and totals are sometimes not published.
    private static readonly Gen<CountTable> Tables =
        from rows in Gen.Choose(1, 12)
        from columns in Gen.Choose(1, 8)
        from cells in Counts(60).ListOf(rows * columns)
        from published in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false))).ListOf(rows + columns + 1)
        select new CountTable([.. cells.Chunk(columns).Select(row => (IReadOnlyList<decimal?>)row)])
        {
            RowTotals = [.. published.Take(rows)],
            ColumnTotals = [.. published.Skip(rows).Take(columns)],
            GrandTotal = published[^1],
        };

    [Fact]
    public void No_masked_figure_follows_from_what_is_published() => Properties.Hold(
        Tables,
        table =>
        {
            var shown = ProtectedTable.Of(table);
            return !Attack.Recovered(table, shown).Any(place => IsMasked(table, shown, place));
        },
        400);

    [Fact]
    public void No_masked_figure_follows_when_every_total_is_published() => Properties.Hold(
        Tables,
        table =>
        {
            var open = new CountTable(table.Cells);
            var shown = ProtectedTable.Of(open);
            return !Attack.Recovered(open, shown).Any(place => IsMasked(open, shown, place));
        },
        400);

    [Fact]
    public void Every_small_count_is_masked_and_nothing_is_when_there_is_none() => Properties.Hold(Tables, table =>
    {
        var shown = ProtectedTable.Of(table);
        var isSmall = table.Cells.SelectMany(row => row).Select(cell => SmallCount.IsSmall(cell)).ToList();
        var isMasked = shown.Cells.SelectMany(row => row).ToList();
        return isSmall.Zip(isMasked).All(pair => !pair.First || pair.Second) && (isSmall.Contains(true) || !isMasked.Contains(true));
    });

    [Fact]
    public void Masking_nothing_but_small_counts_would_be_recovered() => Assert.Equal(
        [(0, 0)],
        Attack.Recovered(
            new CountTable([[3, 12, 20], [9, 9, 9]]),
            new ProtectedTable([[true, false, false], [false, false, false]], [false, false], [false, false, false], false)));

    [Fact]
    public void Knowing_that_no_count_is_negative_gives_none_away_either() => Properties.Hold(
        from cells in Gen.Choose(0, 6).ListOf(9)
        select cells.Select(n => n == 6 ? 40 : n).Chunk(3).Select(row => row.Select(n => (decimal?)n).ToArray()).ToArray(),
        counts =>
        {
            var shown = ProtectedTable.Of(new CountTable(counts), threshold: 3);
            var areTotalsShown = !shown.GrandTotal && !shown.RowTotals.Contains(true) && !shown.ColumnTotals.Contains(true);
            return !areTotalsShown || Attack.EveryMaskedCountHasSeveralValues(counts, shown, 60);
        },
        300);

    private static bool IsMasked(CountTable table, ProtectedTable shown, (int Row, int Column) place) =>
        (place.Row == table.Rows, place.Column == table.Columns) switch
        {
            (true, true) => shown.GrandTotal,
            (true, false) => shown.ColumnTotals[place.Column],
            (false, true) => shown.RowTotals[place.Row],
            _ => shown.Cells[place.Row][place.Column],
        };

    private static Gen<decimal?> Counts(int most) => Gen.Frequency(
        (1, Gen.Constant((decimal?)null)),
        (2, Gen.Constant((decimal?)0)),
        (2, Gen.Choose(1, 4).Select(n => (decimal?)n)),
        (6, Gen.Choose(5, most).Select(n => (decimal?)n)));
}
