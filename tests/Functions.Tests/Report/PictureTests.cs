using System.Security.Cryptography;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Store;
using SkiaSharp;

namespace Evaluation.Functions.Tests.Report;

public sealed class PictureTests
{
    private static readonly IReadOnlyList<NamedSheet> Sheets = ChartSheets.Of(new SampleService().Report());

    private static IEnumerable<(string Name, ChartSheet Sheet, PictureFrame Frame)> All =>
        from named in Sheets
        from frame in Enum.GetValues<PictureFrame>()
        select (named.Name, named.Sheet, frame);

    [Fact]
    public void Pictures_are_those_that_were_reviewed()
    {
        var lines = All.Select(p =>
        {
            var file = Picture.Draw(p.Sheet, p.Frame);
            using var picture = SKBitmap.Decode(file.ToMemory().Span);
            return $"{p.Name} {p.Frame} {picture.Width}x{picture.Height} {Hash(file)}";
        });

        GoldenFile.Matches("Report/Golden/pictures.txt", string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void The_same_chart_is_the_same_bytes_again_and_on_every_thread()
    {
        var once = All.Select(p => Hash(Picture.Draw(p.Sheet, p.Frame))).ToList();

        var threads = Enumerable.Range(0, 8).Select(_ =>
        {
            var hashes = new List<string>();
            var thread = new Thread(() => hashes.AddRange(All.Select(p => Hash(Picture.Draw(p.Sheet, p.Frame)))));
            thread.Start();
            return (thread, hashes);
        }).ToList();
        threads.ForEach(t => t.thread.Join());

        Assert.All(threads, t => Assert.Equal(once, t.hashes));
    }

    [Fact]
    public void What_a_version_keeps_gives_the_same_picture_and_the_same_drawing() => Assert.All(All, p =>
    {
        var kept = ChartSheetJson.Read(ChartSheetJson.Write(p.Sheet));

        Assert.Equal(Hash(Picture.Draw(p.Sheet, p.Frame)), Hash(Picture.Draw(kept, p.Frame)));
        Assert.Equal((p.Sheet.Graphic as Chart)?.ToStandaloneSvg(), (kept.Graphic as Chart)?.ToStandaloneSvg());
        Assert.Equal(ChartSheetJson.Write(p.Sheet).ToString(), ChartSheetJson.Write(kept).ToString());
    });

    [Fact]
    public void A_model_that_cannot_be_read_is_an_error_of_the_store() => Assert.All(
        ["", "null", "{}", """{"graphic":{"kind":"pie"}}""", "[1]"],
        text => Assert.Throws<InvalidDataException>(() => ChartSheetJson.Read(BinaryData.FromString(text))));

    [Fact]
    public void Every_slide_is_sixteen_to_nine() => Assert.All(Sheets, named =>
    {
        using var picture = SKBitmap.Decode(Picture.Draw(named.Sheet, PictureFrame.Slide).ToMemory().Span);

        Assert.Equal((1920, 1080), (picture.Width, picture.Height));
    });

    [Theory]
    [MemberData(nameof(AnnualReportPageTests.Cases), MemberType = typeof(AnnualReportPageTests))]
    public void Every_chart_of_every_report_can_be_drawn_in_letters_that_the_font_has(string name)
    {
        foreach (var (_, sheet) in ChartSheets.Of(AnnualReportPageTests.ReportOf(name)))
        {
            Assert.All(Enum.GetValues<PictureFrame>(), frame => Assert.True(Picture.Draw(sheet, frame).ToMemory().Length > 1000));
            var words = ChartSheetJson.Write(sheet).ToString();
            Assert.DoesNotContain(words.EnumerateRunes(), rune => !Lettering.CanWrite(rune.Value));
        }
    }

    [Theory]
    [InlineData("Besançon, L’Haÿ-les-Roses, Œuilly − 1\u202F000 €, ▲ ▼ ≤ ≥ …", true)]
    [InlineData("Český Těšín, Győr, Łódź, Ÿ", true)]
    [InlineData("Ελλάδα", false)]
    public void Letters_of_French_and_of_its_neighbours_are_there(string text, bool are) =>
        Assert.Equal(are, text.EnumerateRunes().All(rune => Lettering.CanWrite(rune.Value)));

    [Theory]
    [InlineData("1\u202F000", "1\u00A0000")]
    [InlineData("porte\u2011à\u2011porte", "porte-à-porte")]
    public void What_does_not_break_looks_like_what_does(string text, string seen) =>
        Assert.Equal(Lettering.Measure(seen, 12), Lettering.Measure(text, 12));

    // The layout reckons with the widths of Arial, in thousandths of the size.
    [Theory]
    [InlineData("0123456789", false, 5560)]
    [InlineData("Le Gua", false, 556 + 556 + 278 + 778 + 556 + 556)]
    [InlineData("Le Gua", true, 611 + 556 + 278 + 778 + 611 + 556)]
    [InlineData("▲", false, 990)]
    public void The_font_is_as_wide_as_the_layout_reckons(string text, bool bold, int thousandths) =>
        Assert.Equal(thousandths / 100.0, Lettering.Measure(text, 10, bold), 0.1);

    [Fact]
    public void A_missing_month_is_neither_a_pale_one_nor_one_without_object()
    {
        string[] hashes =
        [
            .. new[] { new HeatCell(null), new HeatCell(0), new HeatCell(null, IsDue: false) }.Select(cell =>
                Hash(Picture.Draw(Map(cell), PictureFrame.Page))),
        ];

        Assert.Equal(3, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_map_without_any_value_is_drawn()
    {
        var map = (HeatMap)Map(new HeatCell(null)).Graphic;
        var empty = Sheet(map with { Rows = [new HeatRow("Bresson", [new HeatCell(null), new HeatCell(null, IsDue: false)])] });

        Assert.All(Enum.GetValues<PictureFrame>(), frame => Assert.True(Picture.Draw(empty, frame).ToMemory().Length > 1000));
    }

    [Fact]
    public void A_version_published_before_pictures_says_so_and_gives_its_drawing()
    {
        var old = Version("report.html", "charts/couts.svg");

        var refusal = Assert.Throws<RefusalException>(() => PictureFiles.Asked(old, "charts/couts.png", null));

        Assert.True(PictureFiles.Has(old, "charts/couts.png"));
        Assert.Equal((404, "chart.noPicture"), (RefusalStatus.Of(refusal.Kind), refusal.Code));
        Assert.Equal(old.Files, PictureFiles.Listed(old));
    }

    [Fact]
    public void Pictures_are_listed_after_what_they_are_drawn_from()
    {
        var version = Version("report.html", "charts/couts.svg", "charts/couts.json", "charts/usage-montant.json");

        Assert.Equal(
            [
                "report.html", "charts/couts.svg", "charts/couts.json", "charts/couts.png", "charts/usage-montant.json",
                "charts/usage-montant.png",
            ],
            PictureFiles.Listed(version));
        Assert.False(PictureFiles.Has(version, "charts/economies.png"));
        Assert.False(PictureFiles.Has(version, "charts/couts.slide.png"));
        Assert.False(PictureFiles.Has(version, "charts/.png"));
        Assert.False(PictureFiles.Has(version, "report.png"));
    }

    private static ReportVersion Version(params string[] files) => new(
        new ReportKey(Core.Communities.Siren.Parse("200040715"), "ads", Core.Kinds.ReportKind.Annual, "2025"), 1, new string('a', 64), new DateOnly(2026, 6, 1), files);

    private static ChartSheet Map(HeatCell first) => Sheet(new HeatMap
    {
        Title = "Carte",
        Description = "Carte thermique.",
        Categories = ["J", "F"],
        Rows = [new HeatRow("Bresson", [first, new HeatCell(12)]), new HeatRow("Claix", [new HeatCell(3), new HeatCell(null)])],
    });

    private static ChartSheet Sheet(Graphic graphic) =>
        new(graphic, "Nombre", null, "Service", "Communauté", "exercice 2025", "Source : essai.", null);

    private static string Hash(BinaryData file) => Convert.ToHexStringLower(SHA256.HashData(file.ToMemory().Span));
}
