using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed class ChartGoldenTests
{
    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_in_a_page_is_as_reviewed(string name) =>
        GoldenFile.Matches($"Reports/Charts/Golden/{name}.inline.svg", SampleCharts.All[name].ToInlineSvg("g"));

    [Theory]
    [InlineData("line-rate-cut")]
    [InlineData("bars-49-target")]
    [InlineData("bars-hostile")]
    [InlineData("stacked-3")]
    [InlineData("waterfall")]
    public void A_chart_of_its_own_is_as_reviewed(string name) =>
        GoldenFile.Matches($"Reports/Charts/Golden/{name}.svg", SampleCharts.All[name].ToStandaloneSvg());

    [Fact]
    public void Small_drawings_are_as_reviewed() => GoldenFile.Matches(
        "Reports/Charts/Golden/small.svg",
        string.Join(
            '\n',
            new Bullet { Value = 93.7m, Previous = 94.9m, Target = 95, ScaleStart = 80, ScaleEnd = 100 }.ToInlineSvg(),
            new Bullet { Value = 12, Target = 0 }.ToInlineSvg(),
            new Bullet { Previous = 3 }.ToInlineSvg(),
            new Bullet { Value = 0, Previous = 0, Target = 0 }.ToInlineSvg(),
            new Bullet { Value = 250, ScaleEnd = 100 }.ToInlineSvg(),
            new Sparkline([3, 4, 2.5m, 6, 5]).ToInlineSvg(),
            new Sparkline([3, null, 2.5m, 6, null]).ToInlineSvg(),
            new Sparkline([null, 5, null]).ToInlineSvg(),
            new Sparkline([0, 0, 0]).ToInlineSvg(),
            new Sparkline([7]).ToInlineSvg(),
            new Sparkline([]).ToInlineSvg()));
}
