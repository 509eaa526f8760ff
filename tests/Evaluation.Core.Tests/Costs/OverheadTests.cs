using Evaluation.Core.Costs;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Costs;

public sealed class OverheadTests
{
    [Fact]
    public void A_pool_waits_for_those_that_give_to_it()
    {
        // « a » comes first by name, and gets from « z » all the same.
        var shared = Overhead.Distribute([Pool("a", 100, ("ads", 1)), Pool("z", 50, ("a", 0.5m), ("dsi", 0.5m))]).Value!;

        Assert.Equal(
            [new OverheadTransfer("z", "a", 25), new OverheadTransfer("z", "dsi", 25), new OverheadTransfer("a", "ads", 125)],
            shared.Transfers);
        var line = shared.LineOf("ads", CostStage.Actual)!;
        Assert.Equal((CostCategory.FraisStructure, 125m, "a"), (line.Category, line.Amount, line.Evidence));
        Assert.Null(shared.LineOf("rhp", CostStage.Actual));
    }

    [Fact]
    public void A_circle_is_named()
    {
        var problem = Assert.Single(Overhead.Distribute(
            [Pool("direction", 1, ("rh", 1)), Pool("rh", 1, ("finances", 1)), Pool("finances", 1, ("rh", 0.5m), ("ads", 0.5m))]).Problems);

        Assert.Equal("overhead.cycle", problem.Code);
        Assert.Contains("rh → finances → rh", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_that_gives_to_itself_is_a_circle() => Assert.Equal(
        "overhead.cycle", Assert.Single(Overhead.Distribute([Pool("rh", 1, ("rh", 0.5m), ("ads", 0.5m))]).Problems).Code);

    [Fact]
    public void Names_twice_and_parts_that_miss_the_whole_are_told() => Assert.Equal(
        ["overhead.parts", "overhead.duplicate", "overhead.parts"],
        Overhead.Distribute([Pool("rh", 1, ("ads", 0.5m)), Pool("rh", 1, ("ads", 1.5m), ("dsi", -0.5m))]).Problems.Select(p => p.Code));

    [Fact]
    public void Two_steps_lose_nothing() => Properties.Hold(
        from amounts in Gen.Choose(-1_000_000, 1_000_000_000).Select(c => c / 100m).ListOf(6)
        from cuts in Gen.Choose(1, 999).ListOf(6)
        from targets in Gen.Choose(0, 100).ListOf(12)
        select (amounts, cuts, targets),
        c =>
        {
            // Each pool gives to a later one or to a service, so that no circle forms.
            var pools = c.amounts.Select((amount, i) => Pool(
                $"p{i}",
                amount,
                ($"p{i + 1 + (c.targets[i] % 6)}", c.cuts[i] / 1_000m),
                ($"s{c.targets[6 + i] % 3}", 1 - (c.cuts[i] / 1_000m)))).ToList();
            var shared = Overhead.Distribute(pools).Value!;
            return shared.ByService.Values.Sum() == c.amounts.Sum()
                && shared.ByService.Keys.All(service => pools.TrueForAll(p => p.Id != service));
        });

    private static OverheadPool Pool(string id, decimal amount, params (string To, decimal Part)[] parts) =>
        new(id, amount, [.. parts.Select(p => new OverheadPart(p.To, p.Part))]);
}
