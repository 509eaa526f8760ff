using Evaluation.Core.French;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>Cells of workbooks that show something else than the number they hold.</summary>
public sealed class MisleadingCellTests
{
    private static readonly string[] Formats =
    [
        "General", "yyyy\\-mm\\-dd", "[h]:mm", "h:mm", "[hh]&quot;h&quot;mm", "[mm]:ss", "0&quot; h&quot;", "#,##0.0&quot; jours&quot;",
        "dd/mm/yyyy h:mm", "[Red]#,##0", "[$-40C]mmmm\\ yyyy", "Standard", "[s]", "h&quot; heures&quot;",
    ];

    [Theory]
    [InlineData(1, "45808.99949074074", "2025-06")]
    [InlineData(1, "45809.000243055554", "2025-06")]
    [InlineData(1, "45808.99930555556", "2025-06")]
    [InlineData(1, "45809", "2025-06")]
    [InlineData(10, "45838", "2025-06")]
    public void A_date_within_a_minute_of_midnight_is_the_day_that_was_meant(int format, string serial, string month)
    {
        var row = Period(format, serial);

        Assert.Equal(month, row.Period);
        Assert.Empty(row.Doubts);
    }

    [Theory]
    [InlineData("46173.9166666667", "mai 2026 ou juin 2026")]
    [InlineData("46173.9583333333", "mai 2026 ou juin 2026")]
    [InlineData("46173.998", "mai 2026 ou juin 2026")]
    [InlineData("46180.5", "juin 2026")]
    public void A_date_with_another_hour_is_refused_whoever_wrote_it(string serial, string months)
    {
        var doubt = Assert.Single(Period(1, serial).Doubts);

        Assert.Equal(("period", "period.hour"), (doubt.Field, doubt.Code));
        Assert.Contains(months, doubt.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-06-01", "2025-06", null)]
    [InlineData("2025-05-31T23:59:59.6", "2025-06", null)]
    [InlineData("2025-05-31T22:00:00Z", "2025-05-31T22:00:00Z", "period.hour")]
    public void A_date_written_as_one_is_judged_in_the_same_way(string written, string period, string? code)
    {
        var row = Single(Row($"""<c t="d"><v>{written}</v></c>""", "<c><v>1</v></c>"));

        Assert.Equal((period, code), (row.Period, row.Doubts.SingleOrDefault()?.Code));
    }

    [Theory]
    [InlineData(2, "1.5", "« [h]:mm », 36:00", "par exemple 36 si ce sont des heures.")]
    [InlineData(2, "1.5625", "« [h]:mm », 37:30", "par exemple 37,5 si ce sont des heures.")]
    [InlineData(2, "62", "« [h]:mm », 1488:00", "par exemple 1488 si ce sont des heures.")]
    [InlineData(2, "0.0034722222222222222", "« [h]:mm », 0:05", "par exemple 36 pour 36 heures.")]
    [InlineData(2, "-0.125", "« [h]:mm », -3:00", "par exemple -3 si ce sont des heures.")]
    [InlineData(2, "0.000011574074074074", "« [h]:mm », 0:00:01", "par exemple 36 pour 36 heures.")]
    [InlineData(3, "1.5", "« h:mm », 36:00", "par exemple 36 si ce sont des heures.")]
    [InlineData(4, "1.5", "« [hh]\"h\"mm », 36:00", "par exemple 36 si ce sont des heures.")]
    [InlineData(5, "1.5", "« [mm]:ss », 36:00", "par exemple 36 si ce sont des heures.")]
    [InlineData(12, "1.5", "« [s] », 36:00", "par exemple 36 si ce sont des heures.")]
    [InlineData(13, "1.5", "« h\" heures\" », 36:00", "par exemple 36 si ce sont des heures.")]
    public void Hours_are_no_days_the_refusal_names_their_format(int format, string serial, string format_and_hours, string example)
    {
        var doubt = Assert.Single(Value(format, serial).Doubts);

        Assert.Equal(("value", "value.format"), (doubt.Field, doubt.Code));
        Assert.Contains(Typography.Fix(format_and_hours), doubt.Message, StringComparison.Ordinal);
        Assert.EndsWith(example, doubt.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(18, "h:mm AM/PM")]
    [InlineData(20, "h:mm")]
    [InlineData(45, "mm:ss")]
    [InlineData(46, "[h]:mm:ss")]
    [InlineData(47, "mm:ss.0")]
    public void So_are_the_hours_of_formats_that_are_not_declared(int builtIn, string code)
    {
        var doubt = Assert.Single(Single(RowOfValue("""<c s="14"><v>1.5</v></c>"""), builtIn).Doubts);

        Assert.Contains(Typography.Fix($"« {code} », 36:00"), doubt.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "45747")]
    [InlineData(1, "12")]
    [InlineData(8, "45747.5")]
    [InlineData(10, "45747")]
    public void A_value_that_shows_a_date_is_refused(int format, string serial)
    {
        var doubt = Assert.Single(Value(format, serial).Doubts);

        Assert.Equal(("value", "value.format"), (doubt.Field, doubt.Code));
        Assert.Contains("au format de date", doubt.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(11)]
    public void A_unit_in_quotes_a_color_or_no_format_at_all_change_nothing(int format)
    {
        var row = Value(format, "36");

        Assert.Equal("36", row.Value);
        Assert.Empty(row.Doubts);
    }

    [Theory]
    [InlineData("<c><f>A1*2</f></c>")]
    [InlineData("<c><f>A1*2</f><v></v></c>")]
    [InlineData("""<c t="str"><f>A1*2</f></c>""")]
    [InlineData("""<c><f t="shared" si="0"/></c>""")]
    public void A_formula_that_was_never_calculated_is_refused_not_zero_nor_missing(string cell) => RequireNotCalculated(
        Assert.Single(Single(RowOfValue(cell)).Doubts));

    [Theory]
    [InlineData("<c><f>A1*2</f><v>0</v></c>")]
    [InlineData("<c><f>A1*2</f><v>84</v></c>")]
    [InlineData("""<c t="str"><f>A1&amp;"2"</f><v>2</v></c>""")]
    public void No_result_counts_in_a_workbook_that_is_still_to_be_calculated(string cell)
    {
        const string asks = """<calcPr calcId="124519" fullCalcOnLoad="1"/>""";

        RequireNotCalculated(Assert.Single(Single(RowOfValue(cell), after: asks).Doubts));
        Assert.Empty(Single(RowOfValue(cell), after: """<calcPr calcId="124519"/>""").Doubts);
        Assert.Empty(Single(RowOfValue("<c><v>0</v></c>"), after: asks).Doubts);
    }

    [Fact]
    public void Nor_do_the_cells_that_a_formula_above_them_fills()
    {
        var rows = Rows(
            RowOfValue("""<c><f t="array" ref="D2:D3">C2:C3*2</f><v>0</v></c>""")
            + RowOf(3, Text("ADS-02"), Text("38185"), Text("2025-03"), "<c><v>0</v></c>")
            + RowOf(4, Text("ADS-03"), Text("38185"), Text("2025-03"), "<c><v>0</v></c>"),
            after: """<calcPr fullCalcOnLoad="1"/>""");

        RequireNotCalculated(Assert.Single(rows[0].Doubts));
        RequireNotCalculated(Assert.Single(rows[1].Doubts));
        Assert.Empty(rows[2].Doubts);
    }

    [Fact]
    public void Formulas_of_several_cells_without_end_are_refused_as_too_large()
    {
        var area = string.Concat(Enumerable.Range(0, 300).Select(_ => """<c><f t="array" ref="A2:CV9999">1</f><v>0</v></c>"""));

        var refusal = Refusal(Xlsx(Workbook(
            GivenFiles.Row(1, "Indicateur", "Valeur") + RowOf(2, area[..(area.Length / 3)]) + RowOf(3, area[..(area.Length / 3)]) + RowOf(4, area[..(area.Length / 3)]),
            after: """<calcPr fullCalcOnLoad="1"/>""")));

        Assert.Equal("xlsx.tooLarge", refusal.Code);
    }

    [Fact]
    public void A_formula_beside_the_value_is_judged_too()
    {
        var row = Single(RowOf(2, "<c><f>B1</f></c>", "<c><f>B1</f></c>", "<c><f>B1</f></c>", "<c><v>1</v></c>"));

        Assert.Equal(
            ["indicator cell.notCalculated", "member cell.notCalculated", "period cell.notCalculated"],
            row.Doubts.Select(doubt => $"{doubt.Field} {doubt.Code}"));
    }

    private static void RequireNotCalculated(CellDoubt doubt)
    {
        Assert.Equal(("value", "cell.notCalculated"), (doubt.Field, doubt.Code));
        Assert.Contains("n’a jamais été calculé", doubt.Message, StringComparison.Ordinal);
    }

    private static SubmittedRow Period(int format, string serial) => Single(Row($"""<c s="{format}"><v>{serial}</v></c>""", "<c><v>1</v></c>"));

    private static SubmittedRow Value(int format, string serial) => Single(RowOfValue($"""<c s="{format}"><v>{serial}</v></c>"""));

    private static string RowOfValue(string cell) => Row(Text("2025-03"), cell);

    private static string Row(string period, string value) => RowOf(2, Text("ADS-01"), Text("38185"), period, value);

    private static string Text(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";

    private static SubmittedRow Single(string rows, int builtIn = 0, string after = "") => Assert.Single(Rows(rows, builtIn, after));

    private static IReadOnlyList<SubmittedRow> Rows(string rows, int builtIn = 0, string after = "")
    {
        var declared = string.Concat(Formats.Select((code, rank) => $"""<numFmt numFmtId="{164 + rank}" formatCode="{code}"/>"""));
        var styles = string.Concat(Formats.Select((_, rank) => $"""<xf numFmtId="{164 + rank}"/>"""));
        var workbook = Workbook(
            GivenFiles.Row(1, "Indicateur", "Membre", "Période", "Valeur") + rows,
            styles: $"""<numFmts>{declared}</numFmts><cellXfs>{styles}<xf numFmtId="{builtIn}"/></cellXfs>""",
            after: after);
        return SubmissionFormats.Read(Xlsx(workbook)).Rows;
    }
}
