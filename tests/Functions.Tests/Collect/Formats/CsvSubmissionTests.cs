using System.Text;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Tests.Collect.Formats;

public sealed class CsvSubmissionTests
{
    [Theory]
    // separators
    [InlineData("indicateur;membre;période;valeur\r\nADS-01;38185;2025-03;42\r\n")]
    [InlineData("indicateur,membre,période,valeur\nADS-01,38185,2025-03,42\n")]
    [InlineData("indicateur\tmembre\tpériode\tvaleur\rADS-01\t38185\t2025-03\t42")]
    [InlineData("sep=;\r\nindicateur;membre;période;valeur\r\nADS-01;38185;2025-03;42\r\n")]
    // headers in any order and language
    [InlineData("VALUE;Period;MEMBER;Indicator\n42;2025-03;38185;ADS-01")]
    [InlineData("Code;Code INSEE;Mois;Valeur\nADS-01;38185;2025-03;42")]
    [InlineData(" Code indicateur ;Commune;PÉRIODE;Valeur\nADS-01;38185;2025-03;42")]
    [InlineData("\"Indicateur\";\"Membre (SIREN)\";\"Commune\";\"Période\";\"Valeur\"\nADS-01;38185;Grenoble;2025-03;42")]
    [InlineData("Indicateur;Libellé;Unité;SIREN;Période;Valeur;;\nADS-01;Dossiers;dossiers;38185;2025-03;42;;")]
    // blank lines, short lines, a mark at the start
    [InlineData("\uFEFFindicateur;membre;période;valeur\n\n;;;\nADS-01;38185;2025-03;42\n \n")]
    [InlineData("\n\nindicateur;membre;période;valeur;statut;commentaire\nADS-01;38185;2025-03;42")]
    // cells
    [InlineData("indicateur;membre;période;valeur\n\"ADS-01\";\"38185\";\"2025-03\";\"42\"")]
    [InlineData("indicateur;membre;période;valeur\nADS-01; 38185 ;2025-03; 42 ")]
    public void What_services_produce_is_read(string text) =>
        Assert.Equal(["ADS-01 38185 2025-03 42 - - -"], GivenFiles.Rows(GivenFiles.Csv(text)));

    [Fact]
    public void Each_row_knows_its_physical_line()
    {
        const string text = "indicateur;valeur;commentaire\r\n\r\nA;1;\"deux\r\nlignes\"\r\nB;2;\"trois\n\rlignes\"\rC;3\nD;4";

        var rows = SubmissionFormats.Read(GivenFiles.Csv(text)).Rows;

        Assert.Equal([3, 5, 8, 9], rows.Select(row => row.Line!.Value));
        Assert.Equal([0, 1, 2, 3], rows.Select(row => row.Index));
        Assert.Equal("deux\r\nlignes", rows[0].Comment);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Accents_survive_any_encoding(string name, bool withMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = encoding.GetBytes("Indicateur;Valeur;Qualité;Commentaire\nADS-01;42;estimé;Évalué à l’œil, 3 €");

        var rows = GivenFiles.Rows(GivenFiles.Csv(withMark ? [.. encoding.GetPreamble(), .. text] : text));

        Assert.Equal(["ADS-01 - - 42 - estimated Évalué à l’œil, 3 €"], rows);
    }

    [Theory]
    [InlineData("provisoire", "provisional")]
    [InlineData("Définitif", "final")]
    [InlineData("DÉFINITIVE", "final")]
    [InlineData("corrigée", "corrected")]
    [InlineData("corrected", "corrected")]
    [InlineData("sans doute", "sans doute")]
    public void A_status_is_said_in_French_or_in_code(string word, string code) => Assert.Equal(
        code, SubmissionFormats.Read(GivenFiles.Csv($"indicateur;valeur;statut\nA;1;{word}")).Rows[0].Status);

    [Theory]
    [InlineData("mesuré", "measured")]
    [InlineData("estimée", "estimated")]
    [InlineData("measured", "measured")]
    [InlineData("pifomètre", "pifomètre")]
    public void A_quality_is_said_in_French_or_in_code(string word, string code) => Assert.Equal(
        code, SubmissionFormats.Read(GivenFiles.Csv($"indicateur;valeur;qualité\nA;1;{word}")).Rows[0].Quality);

    [Theory]
    [InlineData("1004", "01004")]
    [InlineData("213 801 855", "213801855")]
    [InlineData("2A004", "2A004")]
    [InlineData("", null)]
    public void A_member_that_a_spreadsheet_took_for_a_number_is_found_again(string written, string? member) => Assert.Equal(
        member, SubmissionFormats.Read(GivenFiles.Csv($"indicateur;membre;valeur\nA;{written};1")).Rows[0].Member);

    [Theory]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("'-3 agents", "-3 agents")]
    [InlineData("'entre guillemets'", "'entre guillemets'")]
    [InlineData("  espaces  ", "  espaces  ")]
    public void A_comment_loses_only_the_guard_of_our_exports(string written, string comment) => Assert.Equal(
        comment, SubmissionFormats.Read(GivenFiles.Csv($"indicateur;valeur;commentaire\nA;1;{written}")).Rows[0].Comment);

    [Fact]
    public void A_row_without_a_value_is_kept_for_its_check_to_refuse() =>
        Assert.Equal(["A - - - - - -"], GivenFiles.Rows(GivenFiles.Csv("indicateur;valeur\nA;")));

    [Fact]
    public void The_period_of_the_address_is_that_of_rows_without_one() => Assert.Equal(
        ["A - 2025-03 1 - - -", "B - 2025-04 2 - - -"],
        GivenFiles.Rows(GivenFiles.Csv("indicateur;période;valeur\nA;;1\nB;avril 2025;2", period: "mars 2025")));

    [Theory]
    // the file as a whole
    [InlineData("", "columns.missing", "« Indicateur » et « Valeur »")]
    [InlineData("bonjour", "columns.unknown", "« bonjour »")]
    [InlineData("indicateur;valeur", "values.missing", "au moins une ligne")]
    [InlineData("indicateur;valeur\n;\n\n", "values.missing", "au moins une ligne")]
    // columns
    [InlineData("indicateur;membre\nA;1", "columns.missing", "« Valeur »")]
    [InlineData("valeur\n1", "columns.missing", "« Indicateur »")]
    [InlineData("indicateur;valeur;couleur\nA;1;bleu", "columns.unknown", "« couleur »")]
    [InlineData("indicateur;code;valeur\nA;B;1", "columns.duplicate", "« indicateur » et « code »")]
    [InlineData("indicateur;siren;membre;valeur\nA;1;2;3", "columns.duplicate", "« siren » et « membre »")]
    [InlineData("indicateur;siren;insee;code insee;valeur\nA;1;2;2;3", "columns.duplicate", "« siren » et « insee »")]
    [InlineData("indicateur;commune;commune;valeur\nA;1;2;3", "columns.duplicate", "« commune » et « commune »")]
    // cells
    [InlineData("indicateur,période,valeur\nA,2025-03,12,5", "csv.cells", "ligne 2 compte 4 cellules pour 3 colonnes")]
    [InlineData("indicateur;valeur;commentaire\nA;1;\"pas fermé", "csv.quotes", "ligne 2")]
    [InlineData("indicateur;valeur;commentaire\nA;1;\"fermé\" trop tôt", "csv.quotes", "ligne 2")]
    [InlineData("indicateur;valeur\nA;1\nB;2\0", "file.controlCharacter", "ligne 3")]
    [InlineData("indicateur;valeur\nA\u0007;1", "file.controlCharacter", "ligne 2")]
    public void What_cannot_be_read_is_refused_and_said(string text, string code, string said)
    {
        var refusal = GivenFiles.Refusal(GivenFiles.Csv(text));

        Assert.Equal((400, code), (RefusalStatus.Of(refusal.Kind), refusal.Code));
        Assert.Contains(said.Replace("« ", "«\u00A0", StringComparison.Ordinal).Replace(" »", "\u00A0»", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_columns_or_rows_are_refused()
    {
        Assert.Equal("columns.tooMany", GivenFiles.Refusal(GivenFiles.Csv(new string(';', 1_000_000))).Code);
        var rows = string.Concat(Enumerable.Repeat("A;1\n", SubmittedBatch.MaxRows));
        Assert.Equal(SubmittedBatch.MaxRows, SubmissionFormats.Read(GivenFiles.Csv($"indicateur;valeur\n{rows}")).Rows.Count);
        var refusal = GivenFiles.Refusal(GivenFiles.Csv($"indicateur;valeur\n{rows}A;1"));
        Assert.Equal((413, "values.tooMany"), (RefusalStatus.Of(refusal.Kind), refusal.Code));
    }

    [Fact]
    public void Text_that_its_mark_lies_about_is_refused() =>
        Assert.Equal("csv.encoding", GivenFiles.Refusal(GivenFiles.Csv([0xEF, 0xBB, 0xBF, 0xE9, 0x3B])).Code);

    [Fact]
    public void A_file_says_by_its_address_who_sends_it_and_why()
    {
        var file = GivenFiles.Csv("indicateur;valeur\nA;1");

        Assert.Equal("fichier CSV", SubmissionFormats.Read(file).Source);
        Assert.Null(SubmissionFormats.Read(file).Reason);
        var said = SubmissionFormats.Read(file with { Source = "oxalis", Reason = " erreur de saisie " });
        Assert.Equal(("oxalis", "erreur de saisie"), (said.Source, said.Reason));
        Assert.Equal("source.missing", Code(file with { Source = " " }));
        Assert.Equal("source.missing", Code(file with { Source = new string('a', 101) }));
        Assert.Equal("reason.invalid", Code(file with { Reason = "a\0b" }));
        Assert.Equal("reason.invalid", Code(file with { Reason = new string('a', 501) }));

        static string Code(ReceivedBody body) => GivenFiles.Refusal(body).Code;
    }

    [Fact]
    public void The_format_is_the_one_that_is_announced()
    {
        Assert.Equal(MediaTypes.Csv, SubmissionFormats.MediaTypeOf("Text/CSV; charset=utf-8"));
        Assert.Equal(MediaTypes.Json, SubmissionFormats.MediaTypeOf("application/problem+json"));
        Assert.Equal(MediaTypes.Xlsx, SubmissionFormats.MediaTypeOf(MediaTypes.Xlsx));
        var refusal = Assert.Throws<RefusalException>(() => SubmissionFormats.MediaTypeOf("text/html"));
        Assert.Equal((415, "body.contentType"), (RefusalStatus.Of(refusal.Kind), refusal.Code));
        Assert.Throws<RefusalException>(() => SubmissionFormats.MediaTypeOf(null));
    }

    [Fact]
    public void A_workbook_is_answered_by_a_workbook_when_asked()
    {
        Assert.True(SubmissionFormats.AnswersByWorkbook("xlsx", MediaTypes.Xlsx));
        Assert.False(SubmissionFormats.AnswersByWorkbook(null, MediaTypes.Xlsx));
        Assert.False(SubmissionFormats.AnswersByWorkbook("json", MediaTypes.Csv));
        Assert.Throws<RefusalException>(() => SubmissionFormats.AnswersByWorkbook("xlsx", MediaTypes.Csv));
        Assert.Throws<RefusalException>(() => SubmissionFormats.AnswersByWorkbook("pdf", MediaTypes.Xlsx));
    }
}
