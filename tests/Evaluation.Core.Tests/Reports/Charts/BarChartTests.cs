using System.Xml.Linq;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed class BarChartTests
{
    [Fact]
    public void Rows_beyond_the_target_are_marked_by_a_sign_and_a_colour()
    {
        var chart = (CommuneBars)SampleCharts.All["bars-49-target"];
        var beyond = chart.Rows.Count(row => row.Value > 45);
        var svg = Draw(chart);

        Assert.NotEqual(0, beyond);
        Assert.Equal(beyond, svg.Elements("path").Count(path => path.Attribute("class")!.Value == "up"));
        Assert.Equal(beyond, svg.Elements("text").Count(text => text.Value.StartsWith('▲')));
    }

    [Fact]
    public void The_target_itself_is_not_beyond_the_target()
    {
        var chart = (CommuneBars)SampleCharts.All["bars-none"] with
        {
            Rows = [new("Vif", 45)],
            Reference = new(45),
            Marked = Overrun.Above,
        };

        Assert.DoesNotContain(Draw(chart).Elements("path"), path => path.Attribute("class")!.Value == "up");
    }

    [Fact]
    public void Every_real_commune_name_is_shown_whole()
    {
        var words = Draw(SampleCharts.All["bars-49"]).Elements("text").Select(text => text.Value).ToList();

        Assert.All(MetropoleCommunes.All, commune => Assert.Contains(commune.Name.Replace('\'', '’'), words));
    }

    [Fact]
    public void A_name_cut_short_is_whole_in_its_title()
    {
        var name = "Communauté de communes aux noms bien trop longs pour une ligne";
        var cut = Assert.Single(Draw(SampleCharts.All["bars-hostile"]).Elements("text").Elements("title"));

        Assert.Equal(name, cut.Value);
        Assert.EndsWith("…", cut.Parent!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var chart = SampleCharts.All["bars-hostile"] with
        {
            Title = "</title><script>x</script>",
            Description = "\" & '\uD800\u202E",
        };
        var svg = chart.ToInlineSvg("g");

        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', svg);
        Assert.Equal("\" & ’\uFFFD", Draw(chart).Element("desc")!.Value);
    }

    [Fact]
    public void The_parts_of_a_stack_fill_it()
    {
        var svg = Draw(SampleCharts.All["stacked-3"]);

        Assert.Equal(["1\u202F431", "1\u202F488", "1\u202F560"], svg.Elements("text")
            .Where(text => text.Attribute("class")!.Value == "b m")
            .Select(text => text.Value));
        Assert.Equal(18, svg.Elements("path").Count(path => path.Attribute("class")!.Value.StartsWith('f')));
    }

    [Fact]
    public void Stacks_and_segments_are_limited_to_what_the_eye_can_tell_apart()
    {
        var chart = (StackedBars)SampleCharts.All["stacked-1"];

        Assert.Throws<ArgumentException>(() => Draw(chart with { Bars = [] }));
        Assert.Throws<ArgumentException>(() => Draw(chart with { Bars = [.. Enumerable.Repeat(chart.Bars[0], 5)] }));
        Assert.Throws<ArgumentException>(() => Draw(chart with { Segments = [.. chart.Segments, "Septième"] }));
        Assert.Throws<ArgumentException>(() => Draw(chart with { Bars = [new("2025", [1])] }));
    }

    [Fact]
    public void A_waterfall_ends_at_the_exact_sum_of_its_steps()
    {
        var chart = (Waterfall)SampleCharts.All["waterfall"];

        Assert.Equal(1559.50761m, chart.Result);
        Assert.Equal(["1\u202F412,6", "+271,2", "+66,1", "\u2212190,4", "1\u202F559,5"], Draw(chart).Elements("text")
            .Where(text => text.Attribute("class")!.Value == "b m")
            .Select(text => text.Value));
    }

    [Fact]
    public void Text_is_cut_to_the_room_there_is()
    {
        Assert.Equal("Vif", TextWidth.Fit("Vif", 100, 11));
        Assert.Equal("…", TextWidth.Fit("", -1, 11));
        Assert.True(TextWidth.Of(TextWidth.Fit("Saint-Barthélemy-de-Séchilienne", 80, 11), 11) <= 80);
        Assert.DoesNotContain('\uFFFD', SvgText.Clean(TextWidth.Fit("😀😀😀😀", 30, 11)));
    }

    private static XElement Draw(Chart chart) => XDocument.Parse(chart.ToInlineSvg("g")).Root!;
}
