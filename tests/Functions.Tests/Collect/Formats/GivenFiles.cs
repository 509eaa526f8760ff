using System.Globalization;
using System.IO.Compression;
using System.Text;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>Files as services send them, and what is read of them.</summary>
internal static class GivenFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static ReceivedBody Csv(string text, string? period = null) => Csv(Encoding.UTF8.GetBytes(text), period);

    public static ReceivedBody Csv(byte[] bytes, string? period = null) =>
        new(BinaryData.FromBytes(bytes), MediaTypes.Csv, null, period, null, null);

    public static ReceivedBody Xlsx(byte[] bytes, string? sheet = null, string? period = null) =>
        new(BinaryData.FromBytes(bytes), MediaTypes.Xlsx, null, period, sheet, null);

    /// <summary>A workbook of one sheet, whose rows are given as XML.</summary>
    public static byte[] Workbook(string rows, string shared = "", string styles = "", string workbook = "", string sheet = "", string after = "") => Zip(
        ("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/sheet2.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/strings.xml" ContentType="{Types}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
            """),
        ("_rels/.rels", Relation("rId1", "officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}">{workbook}<sheets><sheet name="Mars" sheetId="1" r:id="rId1"/><sheet name="Avril" sheetId="2" r:id="rId2"/></sheets>{after}</workbook>
            """),
        ("xl/_rels/workbook.xml.rels", Relation(
            ("rId1", "worksheet", "sheet1.xml"), ("rId2", "worksheet", "sheet2.xml"), ("rId3", "sharedStrings", "strings.xml"), ("rId4", "styles", "styles.xml"))),
        ("xl/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{sheet}</worksheet>"""),
        ("xl/sheet2.xml", $"""<worksheet xmlns="{Main}"><sheetData>{Row(1, "Indicateur", "Valeur")}{Row(2, "ADS-02", "7")}</sheetData></worksheet>"""),
        ("xl/strings.xml", $"""<sst xmlns="{Main}">{shared}</sst>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>"""));

    /// <summary>A row of texts, as XML.</summary>
    public static string Row(int line, params string[] texts) => RowOf(line, [.. texts.Select(text => $"""<c t="inlineStr"><is><t xml:space="preserve">{Escaped(text)}</t></is></c>""")]);

    /// <summary>A row of cells that are given as XML.</summary>
    public static string RowOf(int line, params string[] cells) =>
        $"""<row r="{line.ToString(CultureInfo.InvariantCulture)}">{string.Concat(cells)}</row>""";

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The rows of a body, each as one line of text; what is absent is <c>-</c>.</summary>
    public static string[] Rows(ReceivedBody body) => [.. SubmissionFormats.Read(body).Rows.Select(Text)];

    public static string Text(SubmittedRow row) => string.Join(
        ' ', new[] { row.Indicator, row.Member, row.Period, row.Value, row.Status, row.Quality, row.Comment }.Select(field => field ?? "-"));

    /// <summary>The refusal of a body.</summary>
    public static RefusalException Refusal(ReceivedBody body) =>
        Assert.Throws<RefusalException>(() => SubmissionFormats.Read(body));

    private static string Relation(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="{Relations}/{r.Type}" Target="{r.Target}"/>"""))
        + "</Relationships>";

    private static string Relation(string id, string type, string target) => Relation((id, type, target));

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);
}
