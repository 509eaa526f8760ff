using Evaluation.Core.Scenarios;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Scenarios;

public sealed class DecisionGridTests
{
    private static readonly GridCriterion Need = new("besoin", "Réponse au besoin", 3);
    private static readonly GridCriterion Cost = new("cout", "Coût", 2);
    private static readonly GridCriterion Ease = new("facilite", "Facilité", 1);

    private static readonly Gen<DecisionGrid> Grids =
        from weights in Gen.Choose(1, 100).ArrayOf(4)
        from scores in Gen.Choose(0, 100).ArrayOf(12)
        select new DecisionGrid(
            [.. weights.Select((w, i) => new GridCriterion($"c{i}", $"Critère {i}", w))],
            [.. Enumerable.Range(0, 3).Select(o => new GridOption(
                $"Choix {o}", Enumerable.Range(0, 4).ToDictionary(c => $"c{c}", c => scores[(o * 4) + c] / 10m)))],
            MissingScore.Redistribute);

    [Fact]
    public void Options_are_weighed_and_ranked()
    {
        var options = Grid(MissingScore.Redistribute, Option("Deux communes", 4, 9, 9), Option("Douze communes", 8, 6, 3)).Weigh();

        // (3×4 + 2×9 + 9) ÷ 6 = 6.5; (3×8 + 2×6 + 3) ÷ 6 = 6.5
        Assert.Equal([6.5m, 6.5m], options.Select(o => o.Score));
        Assert.Equal([1, 1], options.Select(o => o.Rank));
    }

    [Theory]
    [InlineData(MissingScore.Redistribute, "7.5")]
    [InlineData(MissingScore.Lowest, "5")]
    [InlineData(MissingScore.Unranked, null)]
    public void A_missing_score_follows_the_policy(MissingScore policy, string? expected)
    {
        var option = new GridOption("Sans coût", new Dictionary<string, decimal> { ["besoin"] = 8, ["facilite"] = 6 });

        var weighed = Grid(policy, option).Weigh()[0];

        Assert.Equal(Exact.NumberOrNone(expected), weighed.Score);
        Assert.Equal(expected is null ? null : 1, weighed.Rank);
        Assert.Equal(["cout"], weighed.Missing);
    }

    [Fact]
    public void Sensitivity_tells_which_weights_decide()
    {
        var grid = Grid(MissingScore.Redistribute, Option("Deux communes", 4, 9, 8), Option("Douze communes", 8, 6, 4));

        var byCriterion = grid.Sensitivity(0.2m).ToDictionary(s => s.Criterion);

        Assert.Equal(["Douze communes"], grid.Weigh().Where(o => o.Rank == 1).Select(o => o.Label));
        Assert.True(byCriterion["besoin"].IsDecisive);
        Assert.Equal(["Deux communes"], byCriterion["besoin"].Lighter);
        Assert.Equal(["Douze communes"], byCriterion["cout"].Lighter);
        Assert.False(byCriterion["facilite"].IsDecisive);
    }

    [Fact]
    public void Scaling_all_weights_changes_nothing() => Properties.Hold(Grids, grid =>
        (grid with { Criteria = [.. grid.Criteria.Select(c => c with { Weight = c.Weight * 7 })] })
            .Weigh().Select(o => o.Rank).SequenceEqual(grid.Weigh().Select(o => o.Rank)));

    [Fact]
    public void A_score_lies_between_the_lowest_and_the_highest() => Properties.Hold(Grids, grid =>
        grid.Weigh().Zip(grid.Options).All(pair =>
            pair.First.Score >= pair.Second.Scores.Values.Min() - 0.000001m
            && pair.First.Score <= pair.Second.Scores.Values.Max() + 0.000001m));

    [Fact]
    public void An_option_better_everywhere_comes_first() => Properties.Hold(Grids, grid =>
    {
        var best = new GridOption(
            "Meilleur partout", grid.Criteria.ToDictionary(c => c.Code, c => grid.Options.Max(o => o.Scores[c.Code])));
        return (grid with { Options = [.. grid.Options, best] }).Weigh()[^1].Rank == 1;
    });

    private static DecisionGrid Grid(MissingScore missing, params GridOption[] options) => new([Need, Cost, Ease], options, missing);

    private static GridOption Option(string label, decimal need, decimal cost, decimal ease) =>
        new(label, new Dictionary<string, decimal> { ["besoin"] = need, ["cout"] = cost, ["facilite"] = ease });
}
