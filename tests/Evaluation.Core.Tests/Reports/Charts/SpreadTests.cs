using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed class SpreadTests
{
    private const double Tolerance = 1e-9;

    private static readonly Arbitrary<double[]> Heights =
        Gen.Choose(0, 2000).Select(tenths => tenths / 10.0).ArrayOf().Resize(6).ToArbitrary();

    [Fact]
    public void Labels_far_apart_do_not_move() =>
        Assert.Equal([60, 10, 100], Spread.Apart([60, 10, 100], 13.5, 0, 200));

    [Fact]
    public void Labels_too_close_part_around_their_mean() =>
        Assert.Equal([58.1, 71.6, 85.1], Spread.Apart([61.8, 74.4, 78.6], 13.5, 0, 200).Select(y => Math.Round(y, 6)));

    [Fact]
    public void Labels_end_at_least_a_gap_apart_and_within_bounds() => Prop.ForAll(Heights, wished =>
    {
        var placed = Spread.Apart(wished, 13.5, 12, 190);
        var sorted = placed.Order().ToList();
        return sorted.Zip(sorted.Skip(1)).All(pair => pair.Second - pair.First >= 13.5 - Tolerance)
            && placed.All(y => y is >= 12 - Tolerance and <= 190 + Tolerance);
    }).HoldsOnTheSameCases();

    [Fact]
    public void Labels_keep_the_order_they_wished_for() => Prop.ForAll(Heights, wished =>
    {
        var placed = Spread.Apart(wished, 13.5, 12, 190);
        return Enumerable.Range(0, wished.Length).All(i =>
            Enumerable.Range(0, wished.Length).All(j => wished[i] >= wished[j] || placed[i] < placed[j]));
    }).HoldsOnTheSameCases();
}
