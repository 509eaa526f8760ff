using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Money;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Scenarios;

/// <summary>Computes scenarios on the data of a year that was evaluated: same values, same costs, other rules.</summary>
/// <param name="evaluation">The year.</param>
public sealed class ScenarioComparison(AnnualEvaluation evaluation)
{
    private readonly Dossier _dossier = evaluation.Dossier;
    private readonly IReadOnlyDictionary<Siren, MemberShare> _actual =
        evaluation.Allocation.Allocation?.Shares.ToDictionary(s => s.Member.Siren) ?? [];

    /// <summary>The year as it is, in the form of a scenario.</summary>
    public ScenarioResult Actual() => evaluation.Allocation.Allocation is { } allocation
        ? Shared("", evaluation.Allocation, allocation, 0)
        : Prevented("", ScenarioObstacle.NoActual, evaluation.Allocation);

    /// <summary>What a scenario gives.</summary>
    public ScenarioResult Of(Scenario scenario)
    {
        if (_dossier.CostsOf(_dossier.Year)?.ToShare() is not { } cost || evaluation.Allocation.Allocation is null)
        {
            return Prevented(scenario.Label, ScenarioObstacle.NoActual, evaluation.Allocation);
        }

        if (scenario.IsUndone)
        {
            return Undone(scenario, cost);
        }

        var stranded = scenario.Leaving.Sum(m => _actual.TryGetValue(m, out var share) ? Stranded(share, scenario) : 0);
        var outcome = CostAllocation.Share(CostOf(scenario, cost), Spans(scenario), evaluation.Perimeter.DaysInYear);
        return outcome.Allocation is { } allocation
            ? Shared(scenario.Label, outcome, allocation, stranded)
            : Prevented(scenario.Label, ScenarioObstacle.NotShared, outcome);
    }

    private static decimal Stranded(MemberShare share, Scenario scenario) =>
        share.Shared - Cents.Round(share.Shared * scenario.AvoidablePart);

    // What was charged directly to who leaves goes with it; of its share of the rest, the avoidable part alone.
    private SharedCost CostOf(Scenario scenario, SharedCost cost)
    {
        var leaving = scenario.Leaving.ToHashSet();
        var direct = cost.Direct.Where(d => !leaving.Contains(d.Member))
            .Select(d => d with { Amount = Cents.Round(d.Amount * (1 + scenario.CostChange)) })
            .ToList();
        var avoided = leaving.Sum(m => _actual.TryGetValue(m, out var share) ? share.Shared - Stranded(share, scenario) : 0);
        var shared = Cents.Round((cost.AfterDirect - avoided) * (1 + scenario.CostChange)) + scenario.JoiningCost;
        return new SharedCost(shared + direct.Sum(d => d.Amount), direct);
    }

    private IReadOnlyList<ContributingSpan> Spans(Scenario scenario)
    {
        var year = Period.OfYear(_dossier.Year);
        var keys = scenario.Key is { } key
            ? [new KeySpan(year.Start, year.End, key)]
            : YearAllocation.KeysOf(_dossier, _dossier.Year);
        var contributors = new SpanContributors(
            _dossier,
            _dossier.Year,
            evaluation.Perimeter,
            evaluation.PreviousAllocation.Allocation,
            [.. scenario.Joining.Select(j => j.Member)]);
        return [.. keys.Select(contributors.Of).Select(span => span with
        {
            Contributors =
            [
                .. span.Contributors
                    .Where(c => !scenario.Leaving.Contains(c.Member.Siren))
                    .Concat(scenario.Joining.Select(j => Joined(j, span.Span)))
                    .OrderBy(c => c.Member.SortKey, StringComparer.Ordinal),
            ],
        })];
    }

    private Contributor Joined(JoiningMember joining, KeySpan span) => new(
        joining.Member,
        span.Days,
        joining.Member.PopulationIn(_dossier.Year, PopulationKind.Totale)?.Inhabitants,
        joining.Units)
    {
        FiscalYear = _dossier.Year,
        DaysByPart = [.. span.Parts.Select(p => p.Days)],
        YearOfMembership = 1,
    };

    // Each back to its own unit cost of the time before, at current prices, for what it uses now.
    private ScenarioResult Undone(Scenario scenario, SharedCost cost)
    {
        if (evaluation.Savings.Total is null)
        {
            return Prevented(scenario.Label, ScenarioObstacle.NoBaseline, null);
        }

        var members = evaluation.Savings.ByMember
            .Where(m => _actual.ContainsKey(m.Member.Siren) || m.ReferenceAtCurrentPrices > 0)
            .Select(m => new ScenarioMember(
                m.Member,
                _actual.TryGetValue(m.Member.Siren, out var share) ? share.Amount : null,
                m.AloneNow ?? m.ReferenceAtCurrentPrices))
            .ToList();
        var stranded = cost.Full - Cents.Round(cost.Full * scenario.AvoidablePart);
        return new ScenarioResult(
            scenario.Label, null, null, members.Sum(m => m.Amount) + stranded, stranded, 0, stranded, members);
    }

    private ScenarioResult Shared(string label, AllocationOutcome outcome, Allocation allocation, decimal stranded) => new(
        label,
        null,
        outcome,
        allocation.Total,
        allocation.ProviderPart,
        allocation.RoundingGap,
        stranded,
        [.. allocation.Shares.Select(s => s.Member)
            .Concat(_actual.Values.Select(s => s.Member))
            .DistinctBy(m => m.Siren)
            .OrderBy(m => m.SortKey, StringComparer.Ordinal)
            .Select(m => new ScenarioMember(
                m,
                _actual.TryGetValue(m.Siren, out var now) ? now.Amount : null,
                allocation.Shares.FirstOrDefault(s => s.Member.Siren == m.Siren)?.Amount))]);

    private static ScenarioResult Prevented(string label, ScenarioObstacle obstacle, AllocationOutcome? outcome) =>
        new(label, obstacle, outcome, null, 0, 0, 0, []);
}
