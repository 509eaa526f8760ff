using Evaluation.Functions.Collect.Formats.Cells;

namespace Evaluation.Functions.Tests.Collect.Formats;

public sealed class FileCellTests
{
    [Theory]
    // plain
    [InlineData("42", "42")]
    [InlineData("-12,5", "-12.5")]
    [InlineData("\u221212,5", "-12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("0,123", "0.123")]
    [InlineData("1,234", "1.234")]
    // groups of three, the same sign all along
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234,5", "1234.5")]
    [InlineData("12\u202F345\u202F678,90", "12345678.90")]
    [InlineData("1'234'567.8", "1234567.8")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234.567,5", "1234567.5")]
    // no number for sure: left as it is
    [InlineData("1 23", "1 23")]
    [InlineData("12 34 567", "12 34 567")]
    [InlineData("1 234\u00A0567", "1 234\u00A0567")]
    [InlineData("1,234,567", "1,234,567")]
    [InlineData("1,2,3", "1,2,3")]
    [InlineData("93,7 %", "93,7 %")]
    [InlineData("12 €", "12 €")]
    [InlineData("(12)", "(12)")]
    [InlineData("n.c.", "n.c.")]
    [InlineData("12,", "12,")]
    [InlineData("1e3", "1e3")]
    [InlineData("٣", "٣")]
    public void A_number_is_read_as_a_French_reader_would(string written, string canonical) =>
        Assert.Equal(canonical, FileNumber.Canonical(written, commaSeparatesCells: false));

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("1,2345", "1.2345")]
    [InlineData("0,500", "0.500")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1,234", "1,234")]
    [InlineData("-12,345", "-12,345")]
    public void Where_commas_separate_cells_one_before_three_digits_says_nothing_for_sure(string written, string canonical) =>
        Assert.Equal(canonical, FileNumber.Canonical(written, commaSeparatesCells: true));

    [Theory]
    [InlineData("2025-03", "2025-03")]
    [InlineData("03/2025", "2025-03")]
    [InlineData("3/2025", "2025-03")]
    [InlineData("03-2025", "2025-03")]
    [InlineData("2025/03", "2025-03")]
    [InlineData("mars 2025", "2025-03")]
    [InlineData("MARS\u00A02025", "2025-03")]
    [InlineData("Février 2025", "2025-02")]
    [InlineData("août 2025", "2025-08")]
    [InlineData("mars-25", "2025-03")]
    [InlineData("janv.-25", "2025-01")]
    [InlineData("juil. 2025", "2025-07")]
    [InlineData("déc-25", "2025-12")]
    [InlineData("T1 2025", "2025-Q1")]
    [InlineData("2025-T4", "2025-Q4")]
    [InlineData("2025-q4", "2025-Q4")]
    [InlineData("1er trimestre 2025", "2025-Q1")]
    [InlineData("S1 2025", "2025-S1")]
    [InlineData("2025 S2", "2025-S2")]
    [InlineData("2e semestre 2025", "2025-S2")]
    [InlineData("2025", "2025")]
    // not understood for sure: left as it is
    [InlineData("ma 2025", "ma 2025")]
    [InlineData("jui 2025", "jui 2025")]
    [InlineData("13/2025", "13/2025")]
    [InlineData("00/2025", "00/2025")]
    [InlineData("01/03/2025", "01/03/2025")]
    [InlineData("03/25", "03/25")]
    [InlineData("T5 2025", "T5 2025")]
    [InlineData("S3 2025", "S3 2025")]
    [InlineData("mars 1925", "mars 1925")]
    [InlineData("mars 2025\n", "2025-03")]
    public void A_period_is_read_as_people_write_it(string written, string canonical) =>
        Assert.Equal(canonical, FilePeriod.Canonical(written));
}
