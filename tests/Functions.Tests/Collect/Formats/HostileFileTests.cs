using System.IO.Compression;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Xlsx;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using FsCheck;
using FsCheck.Fluent;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>Whatever the bytes are, they are read or refused: nothing else ever comes out.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Sound = Workbook(
        Row(1, "Indicateur", "Valeur") + Row(2, "ADS-01", "42") + """<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>7</v></c></row>""",
        shared: "<si><t>ADS-02</t></si>",
        styles: """<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/><xf numFmtId="3"/></cellXfs>""");

    [Fact]
    public void Any_bytes_are_read_or_refused() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => IsAnswered(Csv(bytes)) && IsAnswered(Xlsx(bytes)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_under_a_sound_header_is_read_or_refused() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), text => IsAnswered(Csv("indicateur;valeur;commentaire\n" + text)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_workbook_cut_anywhere_is_refused() => Assert.All(
        Enumerable.Range(0, Sound.Length / 7), step => Assert.Equal(400, RefusalStatus.Of(Refusal(Xlsx(Sound[..(step * 7)])).Kind)));

    [Fact]
    public void A_workbook_with_any_bytes_changed_is_read_or_refused() => Prop.ForAll(
        Gen.Choose(0, Sound.Length - 1).Zip(Gen.Choose(0, 255)).ArrayOf(3).ToArbitrary(),
        changes =>
        {
            var bytes = Sound.ToArray();
            foreach (var (at, value) in changes)
            {
                bytes[at] = (byte)value;
            }

            return IsAnswered(Xlsx(bytes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Changed after decompression: the zip stays sound and the change reaches the XML.
    [Fact]
    public void A_workbook_with_any_part_changed_is_read_or_refused() => Prop.ForAll(
        (from part in Gen.Choose(0, 6)
         from at in Gen.Choose(0, 2000)
         from sign in Gen.Elements('<', '>', '"', '&', '0', '9', 'r', 't', '-', '/')
         select (part, at, sign)).ToArbitrary(),
        change => IsAnswered(Xlsx(WithPart(change.part, text => string.Concat(
            text.AsSpan(0, change.at % text.Length), $"{change.sign}", text.AsSpan((change.at % text.Length) + 1))))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_bomb_is_refused_before_it_is_parsed()
    {
        Assert.Equal("xlsx.tooLarge", Refusal(Xlsx(Zip(("bomb", new string('0', 70_000_000))))).Code);
        Assert.Equal("xlsx.tooLarge", Refusal(Xlsx(Zip(("ratio", new string('0', 5_000_000))))).Code);
        Assert.Equal("xlsx.tooLarge", Refusal(Xlsx(Zip([.. Enumerable.Range(0, 600).Select(i => ($"{i}", ""))]))).Code);
    }

    [Fact]
    public void A_document_type_is_refused_wherever_it_hides()
    {
        const string declaration = """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>""";

        Assert.All(Enumerable.Range(0, 8).Where(part => part is not 5), part =>
            Assert.Equal("xlsx.unreadable", Refusal(Xlsx(WithPart(part, text => declaration + text))).Code));
    }

    [Fact]
    public void An_encrypted_or_old_workbook_is_told_apart()
    {
        var refusal = Refusal(Xlsx([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));

        Assert.Equal("xlsx.locked", refusal.Code);
        Assert.Contains("mot de passe", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_with_macros_is_refused() => Assert.Equal("xlsx.unreadable", Refusal(Xlsx(WithPart(0, text =>
        text.Replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal)))).Code);

    [Fact]
    public void Another_kind_of_zip_is_refused() =>
        Assert.Equal("xlsx.unreadable", Refusal(Xlsx(Zip(("word/document.xml", "<w/>")))).Code);

    private static bool IsAnswered(ReceivedBody body)
    {
        try
        {
            return SubmissionFormats.Read(body).Rows.Count > 0 && (body.MediaType != MediaTypes.Xlsx || IsMarked(body));
        }
        catch (RefusalException e)
        {
            return RefusalStatus.Of(e.Kind) is >= 400 and < 500;
        }
    }

    private static bool IsMarked(ReceivedBody body) =>
        XlsxAnswer.Write(body.Bytes, null, [new AnsweredLine(2, "refusée", Refused: true, [("value", "Corrigez.")])]).ToMemory().Length > 0;

    private static byte[] WithPart(int rank, Func<string, string> change)
    {
        using var zip = new ZipArchive(new MemoryStream(Sound));
        return Zip([.. zip.Entries.Select((entry, at) =>
        {
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            return (entry.FullName, at == rank ? change(text) : text);
        })]);
    }
}
