using System.IO.Compression;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Xlsx;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>The sheet of values is found and read whatever else the workbook holds.</summary>
public sealed class SheetChoiceTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly string Values = Row(1, "Indicateur", "Valeur") + Row(2, "ADS-01", "42");
    private static readonly string Guide = Row(5, "Code", "Indicateur", "Unité", "Périodicité", "Valeur attendue", "Définition");

    [Fact]
    public void A_chart_before_it_is_passed_over() =>
        Assert.Equal(["ADS-01 - - 42 - - -"], Rows(Xlsx(Package([("Graphique", null), ("Mars", Values)]))));

    [Fact]
    public void A_chart_that_is_named_is_no_sheet_of_values()
    {
        var refusal = Refusal(Xlsx(Package([("Graphique", null), ("Mars", Values)]), sheet: "Graphique"));

        Assert.Equal("sheet.unknown", refusal.Code);
        Assert.EndsWith("choisissez parmi «\u00A0Mars\u00A0».", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_an_explanation_or_an_empty_sheet_before_it_is_passed_over() => Assert.Equal(
        ["ADS-01 - - 42 - - -"],
        Rows(Xlsx(Package([
            (TemplateMark.GuideSheet, Guide), ("Vide", ""), ("À lire", Row(1, "Période", "mars 2025") + Row(2, "Valeur")), ("Mars", Values)]))));

    [Fact]
    public void So_is_a_planning_that_is_wider_than_any_list_of_values() => Assert.Equal(
        ["ADS-01 - - 42 - - -"],
        Rows(Xlsx(Package([("Planning", Row(1, [.. Enumerable.Range(1, 366).Select(day => $"jour {day}")])), ("Mars", Values)]))));

    [Theory]
    [InlineData("Indicateur", "Membre", "columns.missing")]
    [InlineData("Valeur", "Statut", "columns.missing")]
    public void A_list_whose_headers_are_wrong_is_refused_another_sheet_never_takes_its_place(string header, string other, string code)
    {
        Assert.Equal(code, Refusal(Xlsx(Package([("Mars", Row(1, header, other)), ("Avril", Values)]))).Code);
        Assert.Equal(code, Refusal(Xlsx(Package([("Mars", Row(25, "Indicateur", "Valeur")), ("Avril", Values)]))).Code);
    }

    [Fact]
    public void The_guide_alone_says_that_values_are_missing() =>
        Assert.Equal("xlsx.unreadable", Refusal(Xlsx(Package([(TemplateMark.GuideSheet, Guide)]))).Code);

    [Theory]
    [InlineData("http://[bad", "External")]
    [InlineData("http://exa mple:port/", "External")]
    [InlineData("", "External")]
    [InlineData("C:\\Documents\\budget 2025.xlsx", "Internal")]
    [InlineData("absent.xml", "Internal")]
    public void A_link_that_leads_nowhere_is_no_matter_to_the_values_and_comes_back_as_it_was(string target, string mode)
    {
        var links = $"""<Relationships xmlns="{Links}"><Relationship Id="rId1" Type="{Relations}/externalLinkPath" Target="{target}" TargetMode="{mode}"/></Relationships>""";
        var workbook = Package(
            [("Mars", Values)],
            ("xl/externalLinks/externalLink1.xml", $"""<externalLink xmlns="{Main}" xmlns:r="{Relations}"><externalBook r:id="rId1"/></externalLink>"""),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", links));

        Assert.Equal(["ADS-01 - - 42 - - -"], Rows(Xlsx(workbook)));
        var answered = XlsxAnswer.Write(BinaryData.FromBytes(workbook), null, [new AnsweredLine(2, "enregistrée", Refused: false, [])]);
        Assert.Equal(["ADS-01 - - 42 - - -"], Rows(Xlsx(answered.ToArray())));
        Assert.Equal(links, Part(answered, "xl/externalLinks/_rels/externalLink1.xml.rels"));
    }

    [Fact]
    public void A_part_that_is_announced_and_missing_is_passed_over() => Assert.Equal(
        ["ADS-01 - - 42 - - -"],
        Rows(Xlsx(Package([("Perdue", "absent"), ("Mars", Values)]))));

    private static string Part(BinaryData workbook, string name)
    {
        using var zip = new ZipArchive(workbook.ToStream());
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    // A sheet without rows is a chart; one whose rows are « absent » is announced only.
    private static byte[] Package((string Name, string? Rows)[] sheets, params (string Name, string Text)[] parts)
    {
        var all = sheets.Select((sheet, rank) => (sheet.Name, sheet.Rows, File: sheet.Rows is null ? $"chart{rank}" : $"sheet{rank}", Id: $"rId{rank + 1}")).ToList();
        var links = parts.Where(part => part.Name.EndsWith("externalLink1.xml", StringComparison.Ordinal)).ToList();
        return Zip(
            [
                ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/>{string.Concat(all.Select(s => $"""<Override PartName="/xl/{s.File}.xml" ContentType="{Types}.{(s.Rows is null ? "chartsheet" : "worksheet")}+xml"/>"""))}{string.Concat(links.Select(l => $"""<Override PartName="/{l.Name}" ContentType="{Types}.externalLink+xml"/>"""))}</Types>"""),
                ("_rels/.rels", $"""<Relationships xmlns="{Links}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
                ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(all.Select((s, rank) => $"""<sheet name="{s.Name}" sheetId="{rank + 1}" r:id="{s.Id}"/>"""))}</sheets></workbook>"""),
                ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Links}">{string.Concat(all.Select(s => $"""<Relationship Id="{s.Id}" Type="{Relations}/{(s.Rows is null ? "chartsheet" : "worksheet")}" Target="{s.File}.xml"/>"""))}{string.Concat(links.Select(_ => $"""<Relationship Id="rId99" Type="{Relations}/externalLink" Target="externalLinks/externalLink1.xml"/>"""))}</Relationships>"""),
                .. all.Where(s => s.Rows != "absent").Select(s => ($"xl/{s.File}.xml", s.Rows is null
                    ? $"""<chartsheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>"""
                    : $"""<worksheet xmlns="{Main}"><sheetData>{s.Rows}</sheetData></worksheet>""")),
                .. parts,
            ]);
    }
}
