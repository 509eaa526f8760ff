using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers.BudgetDebate;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Papers.MultiYear;
using Evaluation.Core.Papers.Statements;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Tests.Papers;

/// <summary>A paper of each kind, with the figures of docs/spec/papers.md.</summary>
internal static class GivenPapers
{
    /// <summary>A service that saves, whose member B loses.</summary>
    public static readonly GivenService Saving = new()
    {
        Monthly = [70, 37.5m, 0],
        Costs =
        [
            new(2024, [new CostLine(CostCategory.Personnel, CostStage.Actual, 560_000)]),
            new(2025, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 580_000), new CostLine(CostCategory.Personnel, CostStage.Actual, 581_900)]),
            new(2026, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 600_000)]),
            new(2027, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 620_000)]),
        ],
        Method = "split",
        Baseline = GivenService.Before,
        Decisions = new Dictionary<int, SignedDecision>
        {
            [2024] = new(
                new Decision(
                    DecisionKind.Amend,
                    "Le délai se dégrade.",
                    new DateOnly(2025, 9, 1),
                    [
                        new DecidedAction("Recruter un instructeur.", "ressources humaines", new DateOnly(2025, 9, 1), ActionState.CarriedOut, null),
                        new DecidedAction("Revoir la clé.", "finances", new DateOnly(2025, 12, 31), ActionState.InProgress, null),
                    ],
                    null,
                    null,
                    null),
                new DateOnly(2025, 6, 20)),
        },
    };

    /// <summary>A service whose cost of before nobody recorded.</summary>
    public static readonly GivenService Unmeasured = new() { Label = "Archives", Costs = [new GivenService().Costs[1]] };

    /// <summary>A service over five years, whose member C enters in July 2023.</summary>
    public static readonly GivenService Growing = new()
    {
        Costs =
        [
            .. new[] { (2021, 400_000m), (2022, 420_000m), (2023, 430_000m), (2024, 450_000m), (2025, 485_000m) }
                .Select(c => new CostYear(c.Item1, [new CostLine(CostCategory.Personnel, CostStage.Actual, c.Item2)])),
        ],
        Memberships =
        [
            new MembershipDocument { Member = "38001", From = "2020-01-01" },
            new MembershipDocument { Member = "38002", From = "2020-01-01" },
            new MembershipDocument { Member = "38003", From = "2023-07-01" },
        ],
    };

    public static Paper BudgetDebate() => BudgetDebatePaper.Of(new BudgetDebateFacts(
        GivenService.Community, GivenService.Edition, GivenService.Edition.DataAsOf, 2025, [Saving.Over(2025, 2026, 2027), Unmeasured.Over(2025, 2026, 2027)]));

    public static Paper MultiYear() =>
        MultiYearPaper.Of(new MultiYearFacts(GivenService.Community, GivenService.Edition, Growing.Over(2021, 2022, 2023, 2024, 2025)));

    /// <summary>What member A is told, over a service that saves and one that the report tells nothing of.</summary>
    public static MemberStatementFacts Told(string name = "A") => new(
        GivenService.Community,
        GivenMemberYear.Of(name, [Saving.In(2025), Unmeasured.In(2025)]),
        GivenService.Edition.GeneratedOn);

    public static StatementFacts Stated(GivenService service) => new(GivenService.Edition, service.In(2025), service.In(2026));
}
