using Evaluation.Core.Reports.Secrecy;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports.Secrecy;

public sealed class ProtectedTableTests
{
    [Theory]
    [InlineData("3 12 20", "x x . | .")] // the worked figure: 35 − 12 − 20 would give 3 back
    [InlineData("12 20 30", ". . . | .")]
    [InlineData("3 4 20", "x x . | .")] // two small counts hide each other
    [InlineData("0 12 20", ". . . | .")] // nobody is identified by a zero
    [InlineData("3 0 20", "x . x | .")] // a zero helps last
    [InlineData("3 0 0", "x . . | x")] // the total is as small as the count
    [InlineData("3 - 20", "x . x | .")] // what is not known hides nothing
    [InlineData("20 - 3 -", "x . x . | .")]
    [InlineData("5 12", ". . | .")] // five is not small
    [InlineData("4.5 12", "x x | .")]
    public void A_line_with_its_total_masks_what_would_give_a_small_count_back(string line, string masks) =>
        Assert.Equal(masks, Line(ProtectedTable.Of(new CountTable([Cells(line)]) { ColumnTotals = None(line), GrandTotal = false })));

    [Theory]
    [InlineData("3", "x | x")]
    [InlineData("3 -", "x . | x")]
    public void A_count_alone_on_its_line_takes_the_total_with_it(string line, string masks) =>
        Assert.Equal(masks, Line(ProtectedTable.Of(new CountTable([Cells(line)]) { ColumnTotals = None(line), GrandTotal = false })));

    [Fact]
    public void Without_totals_only_small_counts_are_masked() => Assert.Equal(
        "x . . | .",
        Line(ProtectedTable.Of(new CountTable([Cells("3 12 20")]) { RowTotals = [false], ColumnTotals = None("3 12 20"), GrandTotal = false })));

    [Fact]
    public void With_totals_both_ways_a_cycle_is_masked()
    {
        var table = Protect("3 40 50", "60 10 70", "80 90 20");

        Assert.Equal(["x x .", "x x .", ". . ."], Masks(table));
        Assert.All(table.RowTotals.Concat(table.ColumnTotals).Append(table.GrandTotal), Assert.False);
    }

    [Fact]
    public void Two_masked_figures_in_each_line_are_not_enough_when_lines_are_combined()
    {
        // Every line and column with a mask has two, but the two blocks are only joined by what is shown.
        var table = Protect("1 2 50 60", "2 1 60 50", "50 60 3 4", "60 50 4 3");

        Assert.Equal(["x x . .", "x x . .", ". . x x", ". . x x"], Masks(table));
    }

    [Fact]
    public void Two_zeros_that_share_nothing_hide_nothing()
    {
        // 3, 40 and both zeros would be a cycle, but zeros that add up to zero are known, and 3 with them.
        var table = Protect("3 40 -", "50 - -", "0 0 70");

        Assert.Equal(["x x .", ". . .", ". . ."], Masks(table));
        Assert.Equal([true, true, false], table.ColumnTotals);
        Assert.DoesNotContain(true, table.RowTotals);
    }

    [Fact]
    public void A_small_total_is_masked_with_what_makes_it()
    {
        var table = Protect("2 1", "30 40");

        Assert.Equal(["x x", "x x"], Masks(table));
        Assert.Equal([true, true], table.RowTotals);
    }

    [Theory]
    [InlineData(3, ". . . | .")]
    [InlineData(11, "x x . | .")]
    [InlineData(13, "x x . | .")]
    public void The_threshold_may_be_chosen(int threshold, string masks) => Assert.Equal(masks, Line(ProtectedTable.Of(
        new CountTable([Cells("3 12 20")]) { ColumnTotals = None("3 12 20"), GrandTotal = false }, threshold)));

    [Fact]
    public void A_table_without_a_cell_has_nothing_to_mask() => Assert.False(ProtectedTable.Of(new CountTable([])).GrandTotal);

    [Fact]
    public void What_is_no_table_of_counts_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CountTable([Cells("1 2"), Cells("1")]));
        Assert.Throws<ArgumentException>(() => new CountTable([Cells("1 -2")]));
    }

    private static ProtectedTable Protect(params string[] lines) => ProtectedTable.Of(new CountTable(Parse(lines)));

    private static decimal?[][] Parse(params string[] lines) => [.. lines.Select(Cells)];

    private static decimal?[] Cells(string line) => [.. line.Split(' ').Select(w => w == "-" ? null : (decimal?)Exact.Number(w))];

    private static bool[] None(string line) => [.. line.Split(' ').Select(_ => false)];

    private static IEnumerable<string> Masks(ProtectedTable table) => table.Cells.Select(Written);

    private static string Line(ProtectedTable table) => $"{Written(table.Cells[0])} | {(table.RowTotals[0] ? "x" : ".")}";

    private static string Written(IEnumerable<bool> masks) => string.Join(' ', masks.Select(isMasked => isMasked ? 'x' : '.'));
}
