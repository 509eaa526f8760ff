using Evaluation.Core.French;
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
    [InlineData(",5", ".5")]
    [InlineData("-,5", "-.5")]
    [InlineData("1,2E+03", "1.2E+03")]
    [InlineData("1,2e\u22123", "1.2e-3")]
    [InlineData("1,234E3", "1.234E3")]
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
    [InlineData("1,234E3", "1,234E3")]
    [InlineData("1,2E3", "1.2E3")]
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
    [InlineData("Fe\u0301vrier 2025", "2025-02")]
    [InlineData("aou\u0302t-25", "2025-08")]
    [InlineData("DE\u0301CEMBRE 2025", "2025-12")]
    // a day of the month, without an hour or within a minute of midnight
    [InlineData("31/03/2025", "2025-03")]
    [InlineData("1/3/2025", "2025-03")]
    [InlineData("31-03-2025", "2025-03")]
    [InlineData("31.03.2025", "2025-03")]
    [InlineData("2025-03-31", "2025-03")]
    [InlineData("2025/03/31", "2025-03")]
    [InlineData("2025-03-31 00:00:00", "2025-03")]
    [InlineData("2025-03-01T00:00:00.000Z", "2025-03")]
    [InlineData("01/03/2025 00:00", "2025-03")]
    [InlineData("2025-05-31 23:59:16", "2025-06")]
    [InlineData("2025-05-31 23:59:00", "2025-06")]
    [InlineData("2025-06-01 00:01", "2025-06")]
    [InlineData("2025-12-31 23:59:30", "2026-01")]
    [InlineData("T1 2025", "2025-Q1")]
    [InlineData("2025-T4", "2025-Q4")]
    [InlineData("2025-q4", "2025-Q4")]
    [InlineData("1er trimestre 2025", "2025-Q1")]
    [InlineData("S1 2025", "2025-S1")]
    [InlineData("2025 S2", "2025-S2")]
    [InlineData("2e semestre 2025", "2025-S2")]
    [InlineData("2025", "2025")]
    // not understood for sure: left as it is
    [InlineData("31/02/2025", "31/02/2025")]
    [InlineData("03/31/2025", "03/31/2025")]
    [InlineData("31/03/25", "31/03/25")]
    [InlineData("2025-03-31 24:00", "2025-03-31 24:00")]
    [InlineData("2099-12-31 23:59:59", "2099-12-31 23:59:59")]
    [InlineData("ma 2025", "ma 2025")]
    [InlineData("jui 2025", "jui 2025")]
    [InlineData("13/2025", "13/2025")]
    [InlineData("00/2025", "00/2025")]
    [InlineData("03/25", "03/25")]
    [InlineData("T5 2025", "T5 2025")]
    [InlineData("S3 2025", "S3 2025")]
    [InlineData("mars 1925", "mars 1925")]
    [InlineData("mars 2025\n", "2025-03")]
    public void A_period_is_read_as_people_write_it(string written, string canonical) =>
        Assert.Equal(canonical, FilePeriod.Canonical(written, commaSeparatesCells: false, out _));

    [Theory]
    [InlineData("2026-05-31 22:00", "le 31 mai 2026 à 22 h 00, qui peut dire mai 2026 ou juin 2026 : écrivez le mois seul, 2026-05 ou 2026-06.")]
    [InlineData("2026-05-31T22:00:00.000Z", "le 31 mai 2026 à 22 h 00, qui peut dire mai 2026 ou juin 2026 : écrivez le mois seul, 2026-05 ou 2026-06.")]
    [InlineData("31/05/2026 23:58", "le 31 mai 2026 à 23 h 58, qui peut dire mai 2026 ou juin 2026 : écrivez le mois seul, 2026-05 ou 2026-06.")]
    [InlineData("2026-06-14 22:00", "le 14 juin 2026 à 22 h 00 : écrivez le mois seul, 2026-06 pour juin 2026.")]
    [InlineData("2026-06-01 00:02", "le 1er juin 2026 à 0 h 02 : écrivez le mois seul, 2026-06 pour juin 2026.")]
    public void A_date_with_an_hour_is_refused_and_its_months_are_named(string written, string said)
    {
        Assert.Equal(written, FilePeriod.Canonical(written, commaSeparatesCells: false, out var doubt));

        Assert.Equal(("period", "period.hour"), (doubt!.Field, doubt.Code));
        Assert.EndsWith(said, doubt.Message.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03/04/2025", "period.ambiguous", "« 03/04/2025 » peut dire avril 2025 ou mars 2025 : écrivez 2025-04 ou 2025-03.")]
    [InlineData("31/03/2025", null, null)]
    [InlineData("03/03/2025", null, null)]
    [InlineData("2025-04-03", null, null)]
    public void Where_commas_separate_cells_a_day_may_stand_before_or_after_its_month(string written, string? code, string? said)
    {
        FilePeriod.Canonical(written, commaSeparatesCells: true, out var doubt);

        Assert.Equal((code, said is null ? null : Typography.Fix(said)), (doubt?.Code, doubt?.Message));
    }
}
