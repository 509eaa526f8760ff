using Evaluation.Core.Keys;
using Evaluation.Core.Problems;
using Evaluation.Core.Scenarios;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Scenarios;

namespace Evaluation.Core.Tests.Specification;

/// <summary>What scenarios.md asks.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> OfScenarios => new()
    {
        ["scenario"] = Scenario,
        ["grid"] = Grid,
    };

    private static string Scenario(string[] words)
    {
        var scenario = words.Aggregate(new Scenario("Essai"), Changed);
        var result = new ScenarioComparison(GivenYear.Evaluate()).Of(scenario);
        var members = result.Members.Select(m => string.Join(' ', new[]
        {
            m.Member.Name,
            m.Amount is { } amount ? Cents(amount) : null,
            m.Standing == ScenarioStanding.Same ? null : DomainCode.Of(m.Standing),
        }.OfType<string>()));
        return string.Join(", ", result.StrandedCost == 0 ? members : members.Append($"stranded {Cents(result.StrandedCost)}"));
    }

    private static Scenario Changed(Scenario scenario, string word) => word.Split('=', ':') switch
    {
        ["equal"] => scenario with { Key = new AllocationKey(AllocationMethod.Split, [new KeyCriterion(CriterionKind.Equal, null, 1)]) },
        ["cost", var change] => scenario with { CostChange = Exact.Number(change) },
        ["join", var who, var units] => scenario with
        {
            Joining = [new JoiningMember(GivenYear.Community.Named(who), new Dictionary<string, decimal> { ["ADS-01"] = Exact.Number(units) })],
        },
        ["leave", var who] => scenario with { Leaving = [GivenYear.Community.Named(who).Siren] },
        ["avoidable", var part] => scenario with { AvoidablePart = Exact.Number(part) },
        ["undone"] => scenario with { IsUndone = true },
        _ => scenario,
    };

    // « grid lowest besoin*3 cout*2 : 8/- 4/9 »: one group of scores per option.
    private static string Grid(string[] words)
    {
        var colon = Array.IndexOf(words, ":");
        var criteria = words[1..colon].Select(w => w.Split('*')).Select(w => new GridCriterion(w[0], w[0], Exact.Number(w[1]))).ToList();
        Assert.True(DomainCode.TryParse<MissingScore>(words[0], out var missing), words[0]);
        var grid = new DecisionGrid(criteria, [.. words[(colon + 1)..].Select(scores => new GridOption(scores, criteria
            .Zip(scores.Split('/'))
            .Where(pair => pair.Second != "-")
            .ToDictionary(pair => pair.First.Code, pair => Exact.Number(pair.Second))))], missing);
        return string.Join(", ", grid.Weigh().Select(o => (o.Score is { } score ? Text(decimal.Round(score, 2)) : "none") + (o.Rank == 1 ? " first" : "")));
    }
}
