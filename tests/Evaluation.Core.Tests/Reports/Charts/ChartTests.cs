using System.Text.RegularExpressions;
using System.Xml.Linq;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed partial class ChartTests
{
    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Labels_touch_neither_each_other_nor_the_edges(string name)
    {
        var svg = SampleCharts.All[name].ToInlineSvg("g");
        var height = double.Parse(XDocument.Parse(svg).Root!.Attribute("viewBox")!.Value.Split(' ')[3], Invariant);
        var page = new TextBox(-0.5, 0, Chart.Width + 0.5, height);
        var texts = RenderedText.In(svg);

        Assert.All(texts, text => Assert.True(text.Box.IsWithin(page), $"« {text.Text} » leaves the page: {text.Box}"));
        for (var i = 0; i < texts.Count; i++)
        {
            Assert.All(texts.Skip(i + 1), other => Assert.False(
                texts[i].Box.Overlaps(other.Box), $"« {texts[i].Text} » and « {other.Text} » overlap"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_is_well_formed_accessible_and_free_of_style(string name)
    {
        var inPage = XDocument.Parse(SampleCharts.All[name].ToInlineSvg("g-1")).Root!;
        var alone = XDocument.Parse(SampleCharts.All[name].ToStandaloneSvg()).Root!;

        Assert.Equal("svg", inPage.Name.LocalName);
        Assert.Equal("http://www.w3.org/2000/svg", alone.Name.NamespaceName);
        Assert.All([inPage, alone], root =>
        {
            Assert.Equal("img", root.Attribute("role")!.Value);
            Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(element => element.Name.LocalName));
            Assert.Equal(
                root.Attribute("aria-labelledby")!.Value.Split(' '),
                root.DescendantsAndSelf().Attributes("id").Select(id => id.Value));
            Assert.DoesNotContain(root.DescendantsAndSelf(), element => element.Name.LocalName is "style" or "script");
            Assert.Empty(root.DescendantsAndSelf().Attributes("style"));
        });
        Assert.Empty(alone.DescendantsAndSelf().Attributes("class"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Coordinates_have_at_most_one_decimal(string name)
    {
        var drawing = TextContent().Replace(SampleCharts.All[name].ToInlineSvg("g"), "><");

        Assert.DoesNotMatch(@"\d\.\d\d|NaN|Infinity|∞|-0[^.\d]|E[+-]?\d", drawing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_of_its_own_draws_the_same_shapes_and_words(string name)
    {
        var inPage = XDocument.Parse(SampleCharts.All[name].ToInlineSvg("g")).Root!;
        var alone = XDocument.Parse(SampleCharts.All[name].ToStandaloneSvg()).Root!;
        var paper = 1;

        Assert.Equal(Shapes(inPage), Shapes(alone).Skip(paper));
        Assert.Equal(Words(inPage), Words(alone));
        Assert.All(alone.Elements(Svg + "text"), text => Assert.NotNull(text.Attribute("paint-order")));
        Assert.All(alone.Elements(Svg + "path").Concat(alone.Elements(Svg + "circle")), shape => Assert.True(
            shape.Attribute("fill") is not null || shape.Attribute("stroke") is not null));

        static IEnumerable<string> Shapes(XElement root) => root.Elements().Attributes()
            .Where(attribute => attribute.Name.LocalName is "d" or "cx" or "cy" or "x" or "y")
            .Select(attribute => attribute.Value);

        static IEnumerable<string> Words(XElement root) =>
            root.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Drawing_twice_gives_the_same_bytes(string name)
    {
        var chart = SampleCharts.All[name];

        Assert.Equal(chart.ToInlineSvg("g"), chart.ToInlineSvg("g"));
        Assert.Equal(chart.ToStandaloneSvg(), (chart with { }).ToStandaloneSvg());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"")]
    [InlineData("é")]
    public void An_identifier_that_would_break_the_page_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => SampleCharts.All["waterfall"].ToInlineSvg(id));

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    [GeneratedRegex(">[^<]*<")]
    private static partial Regex TextContent();
}
