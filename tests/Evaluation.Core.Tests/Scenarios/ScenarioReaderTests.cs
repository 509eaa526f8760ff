using Evaluation.Core.Keys;
using Evaluation.Core.Scenarios;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    private static readonly ScenarioDocument Right = new() { Label = "Sans B", Leave = ["38002"] };

    private static readonly GridDocument Grid = new()
    {
        Criteria = [new GridCriterionDocument { Code = "besoin", Label = "Besoin", Weight = 2 }],
        Options = [new GridOptionDocument { Label = "A et B", Scores = new Dictionary<string, decimal> { ["besoin"] = 8 } }],
    };

    public static TheoryData<string, string, ScenarioRequest> Wrong => new()
    {
        { "scenario.count",         "/scenarios",                 new ScenarioRequest() },
        { "scenario.count",         "/scenarios",                 new ScenarioRequest { Scenarios = [.. Enumerable.Range(0, 11).Select(i => Right with { Label = $"S{i}" })] } },
        { "document.missing",       "/scenarios/0/label",         Of(Right with { Label = "" }) },
        { "scenario.duplicate",     "/scenarios/1/label",         Of(Right, Right) },
        { "scenario.leave",         "/scenarios/0/leave/0",       Of(Right with { Leave = ["38003"] }) },
        { "scenario.leave",         "/scenarios/0/leave/0",       Of(Right with { Leave = [null!] }) },
        { "scenario.join",          "/scenarios/0/join/0/member", Of(Right with { Join = [new JoiningDocument { Member = "38001" }] }) },
        { "scenario.join",          "/scenarios/0/join/0/member", Of(Right with { Join = [null!] }) },
        { "scenario.units",         "/scenarios/0/join/0/units/ADS-01", Of(Right with { Join = [C(new() { ["ADS-01"] = -1 })] }) },
        { "scenario.units",         "/scenarios/0/join/0/units/TRV-16", Of(Right with { Join = [C(new() { ["TRV-16"] = 1 })] }) },
        { "scenario.costChange",    "/scenarios/0/costChange",    Of(Right with { CostChange = -1.1m }) },
        { "scenario.joiningCost",   "/scenarios/0/joiningCost",   Of(Right with { JoiningCost = 0.001m }) },
        { "scenario.avoidablePart", "/scenarios/0/avoidablePart", Of(Right with { AvoidablePart = 1.1m }) },
        { "scenario.undone",        "/scenarios/0/undone",        Of(Right with { Undone = true }) },
        { "key.weights",            "/scenarios/0/allocation/criteria", Of(Right with { Allocation = new AllocationDocument { Criteria = [new KeyCriterionDocument { Criterion = "equal", Weight = 0.5m }] } }) },
        { "grid.size",              "/grid",                      With(Grid with { Options = [] }) },
        { "grid.duplicate",         "/grid",                      With(Grid with { Criteria = [Grid.Criteria![0], Grid.Criteria[0]] }) },
        { "grid.weight",            "/grid/criteria/0/weight",    With(Grid with { Criteria = [Grid.Criteria![0] with { Weight = 0 }] }) },
        { "grid.score",             "/grid/options/0/scores/besoin", With(Grid with { Options = [Grid.Options![0] with { Scores = new Dictionary<string, decimal> { ["besoin"] = 11 } }] }) },
        { "grid.score",             "/grid/options/0/scores/autre", With(Grid with { Options = [Grid.Options![0] with { Scores = new Dictionary<string, decimal> { ["autre"] = 1 } }] }) },
        { "grid.step",              "/grid/step",                 With(Grid with { Step = 1 }) },
        { "document.unknownChoice", "/grid/missing",              With(Grid with { Missing = "ignorer" }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_refused_in_its_place(string code, string pointer, ScenarioRequest request) =>
        ProblemAssert.Only(code, pointer, ScenarioReader.Read(request, GivenYear.Evaluate()).Problems);

    [Fact]
    public void A_right_request_is_read_whole()
    {
        var plan = ScenarioReader.Read(
            new ScenarioRequest { Scenarios = [Right with { Join = [C(new() { ["ADS-01"] = 5 })], AvoidablePart = 0.3m }], Grid = Grid },
            GivenYear.Evaluate()).Value!;

        Assert.Equal("Sans B", plan.Scenarios[0].Label);
        Assert.Equal(["B"], plan.Scenarios[0].Leaving.Select(s => GivenYear.Community.Member(s).Name));
        Assert.Equal("C", plan.Scenarios[0].Joining[0].Member.Name);
        Assert.Equal(0.2m, plan.Step);
        Assert.Equal(8, plan.Grid!.Weigh()[0].Score);
    }

    [Fact]
    public void Nothing_is_avoidable_when_one_leaves_and_all_is_when_the_pooling_is_undone()
    {
        var plan = ScenarioReader.Read(
            Of(Right, new ScenarioDocument { Label = "Fin", Undone = true }), GivenYear.Evaluate()).Value!;

        Assert.Equal([0m, 1m], plan.Scenarios.Select(s => s.AvoidablePart));
    }

    private static ScenarioRequest Of(params ScenarioDocument[] scenarios) => new() { Scenarios = scenarios };

    private static ScenarioRequest With(GridDocument grid) => new() { Grid = grid };

    private static JoiningDocument C(Dictionary<string, decimal> units) => new() { Member = "38003", Units = units };
}
