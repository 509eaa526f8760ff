using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports.Secrecy;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports.Secrecy;

/// <summary>Rows of a public file; members are A, B and C, « all » is their total.</summary>
public sealed class PublicRowsTests
{
    private readonly Community _community = GivenCommunity.Of("A", "B", "C");

    [Fact]
    public void A_small_count_is_masked_with_the_smallest_of_its_column() => Masks(
        """
        RHP-02 A 2025-01 3 *
        RHP-02 B 2025-01 12 *
        RHP-02 C 2025-01 20
        RHP-02 all 2025-01 35
        """);

    [Fact]
    public void A_count_that_identifies_nobody_is_shown() => Masks(
        """
        ADS-01 A 2025-01 3
        ADS-01 B 2025-01 12
        ADS-01 all 2025-01 15
        """);

    [Fact]
    public void Months_and_years_are_masked_together() => Masks(
        """
        RHP-02 A 2025-01 3 *
        RHP-02 A 2025-02 30 *
        RHP-02 A 2025-03 50
        RHP-02 A 2025 83
        RHP-02 B 2025-01 40 *
        RHP-02 B 2025-02 10 *
        RHP-02 B 2025-03 60
        RHP-02 B 2025 110
        RHP-02 all 2025-01 43
        RHP-02 all 2025-02 40
        RHP-02 all 2025-03 110
        RHP-02 all 2025 193
        """);

    [Fact]
    public void Without_totals_nothing_else_is_masked() => Masks(
        """
        RHP-02 A 2025-01 3 *
        RHP-02 A 2025-02 30
        RHP-02 B 2025-01 40
        """);

    [Fact]
    public void A_year_that_holds_more_than_the_months_shown_betrays_none() => Masks(
        """
        RHP-02 A 2025-01 3 *
        RHP-02 A 2025-02 30
        RHP-02 A 2025 50
        """);

    [Fact]
    public void A_quarter_is_shown_when_all_its_months_are() => Masks(
        """
        RHP-02 A 2025-01 3 *
        RHP-02 A 2025-02 10 *
        RHP-02 A 2025-04 20
        RHP-02 A 2025-05 0
        RHP-02 A 2025-06 0
        RHP-02 A 2025-Q1 13 *
        RHP-02 A 2025-Q2 20
        RHP-02 A 2025-Q4 40 *
        RHP-02 A 2025 33
        """);

    [Fact]
    public void Each_year_is_a_table_of_its_own() => Masks(
        """
        HSE-05 A 2024 3 *
        HSE-05 B 2024 9 *
        HSE-05 all 2024 12
        HSE-05 A 2025 30
        HSE-05 B 2025 9
        HSE-05 all 2025 39
        """);

    [Fact]
    public void Monthly_totals_of_yearly_counts_are_shown_only_when_nothing_is_masked() => Masks(
        """
        RHP-02 A 2025 3 *
        RHP-02 B 2025 30 *
        RHP-02 C 2025 40
        RHP-02 all 2025 73
        RHP-02 all 2025-01 50 *
        RHP-02 all 2025-02 23 *
        """);

    [Fact]
    public void Totals_alone_are_a_line_of_their_own() => Masks(
        """
        RHP-02 all 2025-01 3 *
        RHP-02 all 2025-02 10 *
        RHP-02 all 2025-03 20
        RHP-02 all 2025 33
        """);

    [Fact]
    public void A_small_stock_is_masked_with_the_totals_and_the_year_that_cover_it() => Masks(
        """
        RHP-04 A 2025-Q1 3 *
        RHP-04 A 2025-Q2 8
        RHP-04 A 2025 8 *
        RHP-04 B 2025-Q1 20
        RHP-04 B 2025 20
        RHP-04 all 2025-Q1 23 *
        RHP-04 all 2025-Q2 8
        RHP-04 all 2025 28 *
        """);

    [Fact]
    public void A_rate_is_masked_with_its_numerator_or_its_denominator() => Masks(
        """
        RHP-01 A 2025-01 100
        RHP-02 A 2025-01 3 *
        RHP-03 A 2025-01 3 *
        RHP-01 B 2025-01 4 *
        RHP-02 B 2025-01 0
        RHP-03 B 2025-01 0 *
        RHP-01 C 2025-01 200
        RHP-02 C 2025-01 10
        RHP-03 C 2025-01 5
        ADS-05 A 2025-01 1
        ADS-02 A 2025-01 2
        ADS-06 A 2025-01 50
        """);

    [Fact]
    public void A_rate_whose_counts_are_not_shown_may_rest_on_small_ones() => Masks(
        """
        RHP-03 A 2025-01 3 *
        ADS-06 A 2025-01 50
        """);

    [Fact]
    public void A_yearly_rate_is_judged_by_the_months_of_its_counts() => Masks(
        """
        RHP-01 A 2025-01 100
        RHP-01 A 2025-02 100
        RHP-02 A 2025-01 10
        RHP-02 A 2025-02 12
        RHP-03 A 2025 11
        RHP-01 B 2025-01 100
        RHP-01 B 2025-02 100
        RHP-02 B 2025-01 10
        RHP-02 B 2025-02 1 *
        RHP-03 B 2025 5 *
        """);

    [Fact]
    public void What_is_not_known_is_not_masked() => Masks(
        """
        RHP-02 A 2025-01 -
        RHP-02 B 2025-01 12
        """);

    [Fact]
    public void An_unknown_indicator_is_refused() => Assert.Throws<KeyNotFoundException>(
        () => PublicRows.Masked([new PublicRow("ZZZ-01", null, Exact.Span("2025"), 1)], Catalogue.Standard));

    // A star stands after the rows that are masked, whatever their order.
    private void Masks(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Select(line => line.Split(' ')).Select(w => new PublicRow(
            w[0], w[1] == "all" ? null : _community.Named(w[1]).Siren, Exact.Span(w[2]), w[3] == "-" ? null : Exact.Number(w[3])));

        var masked = PublicRows.Masked([.. rows], Catalogue.Standard);
        var reversed = PublicRows.Masked([.. rows.Reverse()], Catalogue.Standard);

        Assert.Equal(lines, lines.Zip(masked, Marked));
        Assert.Equal(lines.Reverse(), lines.Reverse().Zip(reversed, Marked));
    }

    private static string Marked(string line, bool isMasked) => line.TrimEnd('*', ' ') + (isMasked ? " *" : "");
}
