using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Template;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

public sealed partial class TemplateTests
{
    private static readonly Community Given = GivenTemplate.Community();
    private static readonly Mutualisation Service = GivenTemplate.Mutualisation(Given);
    private static readonly Siren Grenoble = Siren.Parse("213801855");

    [Fact]
    public void A_month_asks_each_member_for_each_monthly_indicator()
    {
        var rows = RowsOf("2025-03");

        Assert.Equal(
            ["ADS-01 Échirolles 2025-03", "ADS-01 Grenoble 2025-03", "ADS-02 Échirolles 2025-03", "ADS-02 Grenoble 2025-03"],
            rows.Select(r => $"{r.Definition.Code} {r.Member?.Name} {r.Period}").Take(4));
        Assert.All(rows, row => Assert.Equal(Periodicity.Monthly, row.Definition.Periodicity));
        Assert.Equal(rows.Count / 2 * 3, RowsOf("2025-04").Count);
    }

    [Fact]
    public void A_year_asks_for_all_that_is_due_inside_it()
    {
        var rows = RowsOf("2025");

        Assert.Equal(12, rows.Where(r => r.Definition.Code == "ADS-01" && r.Member?.Siren == Grenoble).Select(r => r.Period).Distinct().Count());
        Assert.Equal(rows, rows.OrderBy(r => r.Period.End));
        Assert.Equal(RowsOf("2025-Q1").Count, Enumerable.Range(1, 3).Sum(m => RowsOf(string.Create(CultureInfo.InvariantCulture, $"2025-{m:D2}")).Count)
            + rows.Count(r => r.Period.ToString() == "2025-Q1"));
    }

    [Fact]
    public void Nothing_due_is_said()
    {
        var refusal = Assert.Throws<RefusalException>(() => RowsOf("2010"));

        Assert.Equal((422, "template.empty"), (RefusalStatus.Of(refusal.Kind), refusal.Code));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() =>
        Assert.Equal(Template("2025-Q1").ToArray(), Template("2025-Q1").ToArray());

    [Theory]
    [InlineData("2025-03")]
    [InlineData("2025")]
    public void The_workbook_is_valid(string period)
    {
        using var stream = Template(period, Known("ADS-01", "=1+1\u0001 <é> _x0041_")).ToStream();
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void What_is_known_comes_back_and_rows_left_empty_are_not_sent()
    {
        var read = SubmissionFormats.Read(Xlsx(Template("2025-03", Known("ADS-01", "=1+1\u2028 <é> _x0041_")).ToArray()));

        Assert.Equal(["ADS-01 213801855 2025-03 42 provisional estimated =1+1\u2028 <é> _x0041_"], read.Rows.Select(Text));
        Assert.Equal("modèle", read.Source);
        Assert.Equal(new TemplateMark(Given.Siren.ToString(), "ads", "2025-03"), read.Template);
    }

    [Fact]
    public void Nothing_in_the_workbook_is_a_formula()
    {
        using var zip = new ZipArchive(Template("2025-03", Known("ADS-01", "=cmd|'/c calc'!A1")).ToStream());

        Assert.DoesNotContain(zip.Entries.Where(e => e.FullName.Contains("sheet", StringComparison.Ordinal)), entry =>
        {
            using var part = entry.Open();
            return XDocument.Load(part).Descendants().Any(e => e.Name.LocalName == "f");
        });
    }

    [Fact]
    public void No_name_has_a_prefix_in_the_parts_we_write()
    {
        using var zip = new ZipArchive(Template("2025-03", Known("ADS-01", "fait")).ToStream());

        Assert.All(zip.Entries, entry =>
        {
            using var part = entry.Open();
            var root = XDocument.Load(part).Root!;
            Assert.Equal("", root.GetPrefixOfNamespace(root.Name.Namespace) ?? "");
            Assert.DoesNotContain(root.Descendants().Attributes(), attribute => attribute.IsNamespaceDeclaration);
        });
    }

    [Fact]
    public void Lines_left_empty_are_counted() =>
        Assert.Equal(7, SubmissionFormats.Read(Xlsx(Template("2025-03", Known("ADS-01", null)).ToArray())).NotSent);

    [Fact]
    public void What_is_filled_in_is_read()
    {
        var filled = Filled(Template("2025-03").ToArray(), "12", "12");

        Assert.Equal(
            ["ADS-01 213801517 2025-03 12 - - -", "ADS-01 213801855 2025-03 12 - - -"], Rows(Xlsx(filled)));
    }

    [Fact]
    public void A_template_that_nobody_filled_in_is_refused() =>
        Assert.Equal("values.missing", Refusal(Xlsx(Template("2025-03").ToArray())).Code);

    [Fact]
    public void A_template_of_another_service_is_refused()
    {
        var mark = SubmissionFormats.Read(Xlsx(Template("2025-03", Known("ADS-01", null)).ToArray())).Template!;

        mark.RequireMadeFor(Given.Siren, "ads");
        Assert.Equal("template.otherService", Assert.Throws<RefusalException>(() => mark.RequireMadeFor(Given.Siren, "dsi")).Code);
        Assert.Equal("template.otherService", Assert.Throws<RefusalException>(() => mark.RequireMadeFor(Grenoble, "ads")).Code);
    }

    [Fact]
    public void The_guide_is_written_as_French_is()
    {
        using var zip = new ZipArchive(Template("2025-03").ToStream());
        using var part = zip.Entries.Single(e => e.FullName.EndsWith("sheet2.xml", StringComparison.Ordinal)).Open();
        var texts = XDocument.Load(part).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value).ToList();

        Assert.Contains(texts, text => text.Contains("3. Écrivez un pourcentage sans son signe\u00A0: 93,7 pour 93,7\u00A0%.", StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Equal(Core.French.Typography.Fix(text), text));
    }

    [Fact]
    public void Printed_the_columns_fit_one_page_and_the_headers_come_back()
    {
        using var stream = Template("2025-03").ToStream();
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.All(document.WorkbookPart!.WorksheetParts, part =>
        {
            Assert.True(part.Worksheet!.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
            Assert.Equal((1u, 0u), (part.Worksheet.Elements<PageSetup>().Single().FitToWidth!.Value, part.Worksheet.Elements<PageSetup>().Single().FitToHeight!.Value));
        });
        Assert.Equal("'Valeurs'!$1:$1", document.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Single().Text);
    }

    [Theory]
    [InlineData("2025-03", "mars 2025", "Échéance\u00A0: 10\u00A0avril 2025.")]
    [InlineData("2025", "année 2025", "Échéances\u00A0: de la première période, 10\u00A0février 2025\u202F; de la dernière, 10\u00A0janvier 2026.")]
    public void The_guide_says_until_when(string period, string title, string due)
    {
        using var zip = new ZipArchive(Template(period).ToStream());
        using var part = zip.Entries.Single(e => e.FullName.EndsWith("sheet2.xml", StringComparison.Ordinal)).Open();
        var texts = XDocument.Load(part).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value).ToList();

        Assert.EndsWith(title, texts[0], StringComparison.Ordinal);
        Assert.Equal(due, texts[1]);
    }

    internal static BinaryData Template(string period, params StoredValue[] known) =>
        TemplateWorkbook.Write(Given, Service, PeriodOf(period), RowsOf(period, known));

    /// <summary>A template whose first values are filled in as a spreadsheet fills them: G2, G3 and so on.</summary>
    internal static byte[] Filled(byte[] template, params string[] values) => Edit(template, "sheet1", xml => values.Aggregate(
        xml, (filled, value) => EmptyValue().Replace(filled, $"<c r=\"$1\" s=\"6\"><v>{value}</v></c>", 1)));

    internal static byte[] Edit(byte[] workbook, string entry, Func<string, string> change)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return Zip([.. zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            var text = reader.ReadToEnd();
            return (e.FullName, e.FullName.Contains(entry, StringComparison.Ordinal) ? change(text) : text);
        })]);
    }

    internal static StoredValue Known(string indicator, string? comment)
    {
        var first = new DateOnly(2025, 4, 3);
        var key = new ValueKey(indicator, Grenoble, PeriodOf("2025-03"));
        return new StoredValue(
            key,
            new IndicatorValue(key, 42, ValueStatus.Provisional, ValueQuality.Estimated),
            new ValueCell(42, ValueStatus.Provisional, ValueQuality.Estimated, 1, first, "s", comment));
    }

    private static IReadOnlyList<TemplateRow> RowsOf(string period, params StoredValue[] known) =>
        TemplateRows.Of(Given, Service, Catalogue.Standard, PeriodOf(period), known);

    private static Period PeriodOf(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    [GeneratedRegex("<c r=\"(G[0-9]+)\" s=\"[0-9]+\" ?/>")]
    private static partial Regex EmptyValue();
}
