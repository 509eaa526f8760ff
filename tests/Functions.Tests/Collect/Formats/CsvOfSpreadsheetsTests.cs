using Evaluation.Functions.Collect;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>What spreadsheets add to a CSV file that they write again.</summary>
public sealed class CsvOfSpreadsheetsTests
{
    private const string Header = "indicateur;membre;période;valeur";
    private const string Line = "ADS-01;38185;2025-03;42";

    [Fact]
    public void Separators_of_columns_that_once_held_something_are_passed_over()
    {
        var trail = new string(';', 150);

        Assert.Equal(["ADS-01 38185 2025-03 42 - - -"], Rows(Csv($"{Header}{trail}\n{Line}{trail}\n{trail}")));
    }

    [Fact]
    public void A_cell_beyond_a_hundred_columns_is_still_refused()
    {
        Assert.Equal("columns.tooMany", Refusal(Csv($"{Header}{new string(';', 150)}oubliée\n{Line}")).Code);
        Assert.Equal("columns.tooMany", Refusal(Csv($"{Header}\n{Line}{new string(';', 150)}oubliée")).Code);
        Assert.Equal("columns.tooMany", Refusal(Csv($"{Header}{new string(';', 20_000)}\n{Line}")).Code);
    }

    [Theory]
    [InlineData("\"sep=;\"\r\n")]
    [InlineData("\"SEP=;\";;;\r\n")]
    [InlineData("sep=;;;;\r\n")]
    [InlineData("sep=,;;;\n")]
    [InlineData("\"sep=,\"\r")]
    [InlineData("sep=;\n")]
    public void The_declaration_of_a_separator_is_no_header_however_it_was_rewritten(string declaration)
    {
        Assert.Equal(["ADS-01 38185 2025-03 42 - - -"], Rows(Csv($"{declaration}{Header}\n{Line}")));
        Assert.Equal([3], SubmissionFormats.Read(Csv($"{declaration}{Header}\n{Line}")).Rows.Select(row => row.Line!.Value));
    }

    [Theory]
    [InlineData("siren;insee", "213801855;38185", "213801855", "38185")]
    [InlineData("insee;siren", "38185;213 801 855", "213801855", "38185")]
    [InlineData("Membre (SIREN);Code commune", ";1004", null, "01004")]
    [InlineData("siren;commune;insee", "213801855;Grenoble;38185", "213801855", "38185")]
    [InlineData("insee;commune", "38185;Grenoble", "38185", null)]
    public void A_member_may_be_named_by_its_SIREN_and_its_INSEE_code(string headers, string cells, string? member, string? again)
    {
        var row = Assert.Single(SubmissionFormats.Read(Csv($"indicateur;{headers};valeur\nADS-01;{cells};42")).Rows);

        Assert.Equal((member, again), (row.Member, row.MemberAgain));
    }

    [Fact]
    public void A_day_with_an_hour_is_refused_in_a_text_file_too()
    {
        var rows = SubmissionFormats.Read(Csv($"{Header}\nADS-01;38185;2026-05-31 22:00;1\nADS-01;38185;31/03/2025;1")).Rows;

        Assert.Equal("period.hour", Assert.Single(rows[0].Doubts).Code);
        Assert.Equal(("2025-03", 0), (rows[1].Period, rows[1].Doubts.Count));
    }
}
