using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Look;

namespace Evaluation.Functions.Tests.Report;

public sealed partial class AnnualReportPageTests
{
    private const string Hostile = "<script>alert('1')</script>\"};</style>\\";

    public static TheoryData<string> Cases => [.. Services.Keys];

    private static IReadOnlyDictionary<string, SampleService> Services { get; } = new Dictionary<string, SampleService>
    {
        ["49 communes"] = new(),
        ["nothing recorded"] = SampleService.Bare,
        ["first year"] = new() { Keeps = key => key.Period.Year == SampleService.Year },
        ["no value"] = new() { Keeps = _ => false, Costs = [] },
        ["one member"] = new() { Members = ["38185"] },
        ["no member"] = new() { Document = SampleService.Planning with { Memberships = [] } },
        ["purchasing group"] = new()
        {
            Costs = [],
            Document = SampleService.Planning with
            {
                ServiceType = "GRC",
                LegalForm = "groupementCommandes",
                Indicators = [new FollowedIndicatorDocument { Code = "GRC-01" }, new FollowedIndicatorDocument { Code = "GRC-03" }],
                Convention = null,
            },
        },
        ["unit price"] = new()
        {
            Document = SampleService.Planning with
            {
                Convention = SampleService.Planning.Convention! with
                {
                    Allocation = new AllocationDocument
                    {
                        Method = "unitPrice",
                        Criteria = [new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }],
                    },
                },
            },
        },
        ["forecast only"] = new()
        {
            Costs = [new CostYear(SampleService.Year, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 1000.01m)])],
        },
        ["hostile names"] = HostileService(),
    };

    internal static AnnualReport ReportOf(string name) => Services[name].Report();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_page_is_sound(string name)
    {
        var page = await OpenAsync(Services[name].Report());

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), e =>
            Assert.All(e.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.Contains(id, ids)));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.NotNull(th.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("tbody td, tbody th, tfoot td, tfoot th"), cell =>
            Assert.True(cell.TextContent.Trim().Length > 0 || cell.QuerySelector("svg") is not null, cell.ParentElement!.OuterHtml));
        Assert.All(page.QuerySelectorAll("svg[role=img]"), svg =>
            Assert.True(svg.QuerySelector("title") is not null && svg.QuerySelector("desc") is not null));
        Assert.Empty(page.QuerySelectorAll("script, [style], link, img, iframe, svg style"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Single(page.QuerySelectorAll("h1"));
        AssertHeadingsInOrder(page);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_row_has_as_many_cells_as_its_head(string name)
    {
        var page = await OpenAsync(Services[name].Report());

        foreach (var table in page.QuerySelectorAll("table"))
        {
            var columns = table.QuerySelectorAll("thead th").Length;
            Assert.All(table.QuerySelectorAll("tbody tr, tfoot tr"), row => Assert.Equal(
                columns,
                row.Children.Sum(c => int.Parse(c.GetAttribute("colspan") ?? "1", CultureInfo.InvariantCulture))));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Text_is_in_French_typography(string name)
    {
        if (name == "hostile names")
        {
            return;
        }

        var page = await OpenAsync(Services[name].Report());
        var text = page.Body!.TextContent + string.Concat(page.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")));

        Assert.Empty(BadSpacing().Matches(text).Select(m => m.Value));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_policy_allows_the_style_of_the_page_and_nothing_else(string name)
    {
        var page = await OpenAsync(Services[name].Report());

        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        var style = page.QuerySelector("style")!.TextContent;
        Assert.Equal(
            $"default-src 'none'; style-src {Sha256(style)}; base-uri 'none'; form-action 'none'", policy);
        Assert.Contains("@page", style, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Beside_each_chart_stands_its_picture_and_nothing_else_is_linked_to(string name)
    {
        var report = Services[name].Report();
        var page = await OpenAsync(report);

        var linked = page.QuerySelectorAll("figure.ch a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(ChartSheets.Of(report).Select(s => $"charts/{s.Name}.png"), linked);
        Assert.Equal(linked.Count, page.QuerySelectorAll("figure.ch").Length);
        Assert.All(page.QuerySelectorAll("figure.ch"), figure => Assert.NotNull(figure.QuerySelector("details.data table")));
    }

    [Theory]
    [InlineData("49 communes")]
    [InlineData("unit price")]
    [InlineData("one member")]
    [InlineData("forecast only")]
    public async Task Printed_amounts_add_up_to_the_printed_total(string name)
    {
        var page = await OpenAsync(Services[name].Report());
        var split = page.QuerySelector("table.split")!;

        var head = split.QuerySelectorAll("thead th").Select(th => th.TextContent).ToList();
        var column = head.IndexOf("Montant 2025");
        var amounts = split.QuerySelectorAll("tbody tr:not(.sum)").Select(row => Number(row.Children[column].TextContent)).Sum();
        Assert.Equal(Number(split.QuerySelector("tfoot tr")!.Children[column].TextContent), amounts);
        if (split.QuerySelector("tbody tr.sum") is { } owed)
        {
            var members = split.QuerySelectorAll("tbody tr").TakeWhile(row => row != owed).Select(row => Number(row.Children[column].TextContent)).Sum();
            Assert.Equal(members, Number(owed.Children[column].TextContent));
        }
    }

    [Fact]
    public async Task Names_given_by_users_stay_text()
    {
        var page = await OpenAsync(Services["hostile names"].Report());

        Assert.Contains("<script>", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>", page.QuerySelector(".org")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            page.QuerySelectorAll("table.split tbody th"), th => th.TextContent.Contains("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_made_up_figures_carry_the_banner()
    {
        var demonstration = await OpenAsync(new SampleService().Report());
        var real = await OpenAsync((new SampleService { IsDemonstration = false }).Report());

        Assert.NotNull(demonstration.QuerySelector(".demo"));
        Assert.Null(real.QuerySelector(".demo"));
        Assert.DoesNotContain("émonstration", real.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_report_gives_the_same_bytes_in_the_same_order()
    {
        var report = new SampleService().Report();

        var first = await ReportFiles.ListAsync(report);
        var second = await ReportFiles.ListAsync(new SampleService().Report());

        Assert.Equal(first.Select(f => f.Name), second.Select(f => f.Name));
        Assert.Equal(
            [
                "report.html", "report.json", "report.csv", "paper.json", "charts/activite.svg",
                "charts/activite-membres.svg", "charts/qualite.svg", "charts/qualite-membres.svg", "charts/couts.svg",
                "charts/economies.svg", "charts/activite.json", "charts/activite-membres.json", "charts/activite-mois.json",
                "charts/qualite.json", "charts/qualite-membres.json", "charts/couts.json", "charts/usage-montant.json",
                "charts/economies.json",
            ],
            first.Select(f => f.Name));
        Assert.All(first.Zip(second), pair => Assert.True(pair.First.Content.ToMemory().Span.SequenceEqual(pair.Second.Content)));
    }

    [Fact]
    public void Style_sheets_hold_one_set_of_tokens_and_no_carriage_return()
    {
        Assert.All([Stylesheet.Report, Stylesheet.Portal], sheet =>
        {
            Assert.Single(Regex.Matches(sheet.Text, "--petrole: #0f4d5f"));
            Assert.DoesNotContain('\r', sheet.Text);
            Assert.Equal(Sha256(sheet.Text), sheet.PolicySource);
        });
    }

    private static async Task<IDocument> OpenAsync(AnnualReport report)
    {
        var html = (await ReportFiles.RenderAsync(report))["report.html"].Content.ToString();
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    private static void AssertHeadingsInOrder(IDocument page)
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    private static decimal Number(string text) => decimal.Parse(
        text.Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-'),
        NumberStyles.Number,
        CultureInfo.InvariantCulture);

    private static string Sha256(string text) =>
        $"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static SampleService HostileService() => new()
    {
        CommunityName = Hostile,
        Communes = [.. GrenobleCommunes.All.Take(3).Select(c => c with { Name = $"{Hostile} {c.Name}" })],
        Document = SampleService.Planning with { Label = Hostile, Referent = Hostile, Objectives = [Hostile] },
    };

    [GeneratedRegex("""(?<![\s(])[ ][;:!?»]|(?<=\d)[ ][%€]|«[ ]|[A-Za-zàéè]'[A-Za-zàéè]|\d[ ]\d{3}(?!\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex BadSpacing();
}
