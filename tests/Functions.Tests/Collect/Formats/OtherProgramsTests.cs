using System.Reflection;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>
/// The template of March 2025, of eight lines, once other programs have opened, filled in and written it: exceljs 4.4.0,
/// SheetJS 0.18.5, xlsx-populate 1.21.0, openpyxl 3.0.9, and LibreOffice what exceljs wrote. 42 is in the first line; some
/// have a formula, 1 + 1, in the second, which LibreOffice alone calculates.
/// </summary>
public sealed class OtherProgramsTests
{
    private const string First = "ADS-01 213801517 2025-03 42 - - -";

    [Theory]
    [InlineData("sheetjs.xlsx", true)]
    [InlineData("xlsx-populate.xlsx", true)]
    [InlineData("sheetjs.csv", false)]
    public void The_lines_of_the_template_that_nobody_filled_in_are_not_sent_whatever_wrote_it_since(string name, bool keepsMark)
    {
        var read = SubmissionFormats.Read(Given(name));

        Assert.Equal([First], read.Rows.Select(Text));
        Assert.Equal((7, keepsMark), (read.NotSent, read.Template is not null));
    }

    [Theory]
    [InlineData("exceljs.xlsx", false)]
    [InlineData("openpyxl.xlsx", false)]
    public void A_formula_that_such_a_program_left_to_calculate_is_refused_not_passed_over(string name, bool keepsMark)
    {
        var read = SubmissionFormats.Read(Given(name));

        Assert.Equal([First, "ADS-01 213801855 2025-03 =1+1 - - -"], read.Rows.Select(Text));
        Assert.Equal("cell.notCalculated", Assert.Single(read.Rows[1].Doubts).Code);
        Assert.Equal((6, keepsMark), (read.NotSent, read.Template is not null));
    }

    [Theory]
    [InlineData("libreoffice.xlsx")]
    [InlineData("libreoffice.csv")]
    public void A_spreadsheet_that_saves_it_gives_the_formula_its_result(string name)
    {
        var read = SubmissionFormats.Read(Given(name));

        Assert.Equal([First, "ADS-01 213801855 2025-03 2 - - -"], read.Rows.Select(Text));
        Assert.Empty(read.Rows[1].Doubts);
        Assert.Equal(6, read.NotSent);
    }

    [Fact]
    public void The_zero_that_a_program_writes_for_a_formula_it_does_not_calculate_is_no_value()
    {
        // XlsxWriter: a formula, and one that fills two cells, all with the result 0, in a workbook that asks to be calculated.
        var read = SubmissionFormats.Read(Given("xlsxwriter-formula.xlsx"));

        Assert.Equal(["=1+1", "=LEN(A3:A4)", "="], read.Rows.Select(row => row.Value));
        Assert.All(read.Rows, row => Assert.Equal("cell.notCalculated", Assert.Single(row.Doubts).Code));
    }

    private static ReceivedBody Given(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = BinaryData.FromStream(file).ToArray();
        return name.EndsWith(".csv", StringComparison.Ordinal) ? Csv(bytes) : Xlsx(bytes);
    }
}
