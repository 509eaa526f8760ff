using System.Xml.Linq;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed class LineChartTests
{
    private static readonly LineChart Empty = new()
    {
        Title = "t",
        Description = "d",
        Categories = ["J", "F", "M", "A", "M", "J"],
        Current = LineSeries.Of("2025"),
    };

    [Fact]
    public void A_count_starts_at_zero_and_a_rate_says_where_it_is_cut()
    {
        var count = Empty with { Current = LineSeries.Of("2025", 714, 919) };
        var rate = count with { Current = LineSeries.Of("2025", 96.3m, 87.5m), MayCutAxis = true, Ceiling = 100 };

        Assert.Equal((0, false), (count.AxisStart, count.IsAxisCut));
        Assert.Equal((84, true), (rate.AxisStart, rate.IsAxisCut));
        Assert.False((rate with { Current = LineSeries.Of("2025", 3, 90) }).IsAxisCut);
    }

    [Fact]
    public void A_missing_value_breaks_the_line_and_is_no_zero()
    {
        var drawn = Draw(Empty with { Current = LineSeries.Of("2025", 10, 12, null, 14, null, 9) });

        Assert.Equal(["p", "p", "p", "p"], Circles(drawn));
        Assert.Single(drawn.Elements("path"), path => path.Attribute("class")!.Value == "l0");
    }

    [Fact]
    public void A_provisional_value_is_hollow()
    {
        var drawn = Draw(Empty with { Current = new("2025", [new(10), new(12, IsProvisional: true)]) });

        Assert.Equal(["p", "ph"], Circles(drawn));
    }

    [Fact]
    public void Only_the_extremes_are_labelled()
    {
        var drawn = Draw(Empty with { Current = LineSeries.Of("2025", 11, 17, 13, 3, 12, 7) });

        Assert.Equal(["2025", "17", "3"], Bold(drawn));
    }

    [Fact]
    public void No_value_at_all_is_said() =>
        Assert.Contains(Draw(Empty).Elements("text"), text => text.Value == "Aucune valeur");

    [Fact]
    public void More_points_than_categories_are_refused() => Assert.Throws<ArgumentException>(
        () => Draw(Empty with { Current = LineSeries.Of("2025", 1, 2, 3, 4, 5, 6, 7) }));

    [Fact]
    public void Labels_never_overlap_whatever_the_values()
    {
        var value = Gen.Choose(-400, 4000).Select(tenths => tenths % 7 == 0 ? (decimal?)null : tenths / 10m);
        var lines = Gen.ListOf(value, 6).Two().ToArbitrary();

        Prop.ForAll(lines, ArbMap.Default.ArbFor<bool>(), (pair, cut) =>
        {
            var chart = Empty with
            {
                Current = LineSeries.Of("2025", [.. pair.Item1]),
                Previous = LineSeries.Of("2024", [.. pair.Item2]),
                Target = new(100),
                Decimals = 1,
                MayCutAxis = cut,
            };
            var texts = RenderedText.In(chart.ToInlineSvg("g"));
            return !texts.Index().Any(text =>
                texts.Skip(text.Index + 1).Any(other => text.Item.Box.Overlaps(other.Box)));
        }).HoldsOnTheSameCases();
    }

    private static XElement Draw(LineChart chart) => XDocument.Parse(chart.ToInlineSvg("g")).Root!;

    private static IEnumerable<string> Circles(XElement svg) =>
        svg.Elements("circle").Select(circle => circle.Attribute("class")!.Value);

    private static IEnumerable<string> Bold(XElement svg) => svg.Elements("text")
        .Where(text => ((string?)text.Attribute("class") ?? "").Split(' ').Contains("b"))
        .Select(text => text.Value);
}
