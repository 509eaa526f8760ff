using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed partial class InkTests
{
    [Fact]
    public void A_line_has_a_colour_a_width_and_dashes_and_encloses_nothing()
    {
        var target = Ink.OfShape("tg");

        Assert.Equal((null, 0xa8440a, 1.5), (target.Fill, target.Stroke!.Value, target.Width));
        Assert.Equal([7, 4], target.Dash);
        Assert.Null(Ink.OfShape("ax").Fill);
        Assert.True(Ink.OfShape("l0") is { HasRoundJoins: true, HasRoundCaps: true });
    }

    [Fact]
    public void A_text_has_its_size_weight_place_and_halo()
    {
        var label = Ink.OfText("s b m");

        Assert.Equal((11, true, TextAnchor.Middle, 0x16202a), (label.Size, label.IsBold, label.Anchor, label.Fill!.Value));
        Assert.Equal((0xffffff, 3.0), (label.Stroke!.Value, label.Width));
        Assert.Null(Ink.OfText("m iv").Stroke);
        Assert.Equal((0xffffff, TextAnchor.End), (Ink.OfText("iv e").Fill!.Value, Ink.OfText("iv e").Anchor));
    }

    [Fact]
    public void A_shape_that_no_rule_names_is_black_as_in_a_drawing() => Assert.Equal(0, Ink.OfShape("").Fill);

    [Theory]
    [MemberData(nameof(ChartTests.Names), MemberType = typeof(ChartTests))]
    public void Every_canvas_is_given_the_same_strokes_and_words(string name)
    {
        var chart = SampleCharts.All[name];
        var noted = new NotedCanvas();

        var height = chart.DrawOn(noted);

        var svg = TitleInText().Replace(chart.ToInlineSvg("g"), "<text$1>");
        Assert.Equal(Regex.Count(svg, "<path"), noted.Paths.Count);
        Assert.Equal(Regex.Count(svg, "<circle"), noted.Circles);
        Assert.Equal(Regex.Matches(svg, "<text[^>]*>([^<]*)</text>").Select(m => m.Groups[1].Value), noted.Texts);
        Assert.Equal(Regex.Matches(svg, " d=\"([^\"]*)\"").Select(m => m.Groups[1].Value), noted.Paths);
        Assert.EndsWith(
            $" {Math.Round(height, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture)}",
            Regex.Match(svg, "viewBox=\"([^\"]*)\"").Groups[1].Value,
            StringComparison.Ordinal);
    }

    [GeneratedRegex("<text([^>]*)><title>[^<]*</title>")]
    private static partial Regex TitleInText();

    private sealed class NotedCanvas : ChartCanvas
    {
        public List<string> Paths { get; } = [];

        public List<string> Texts { get; } = [];

        public int Circles { get; private set; }

        public override void Path(string style, string data) => Paths.Add(data);

        public override void Circle(string style, double x, double y, double radius) => Circles++;

        public override void Text(string style, double x, double y, string text, string? whole = null) =>
            Texts.Add(SvgText.Escape(text));
    }
}
