using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Scenarios;

/// <summary>Scenarios and a grid that were read without problem.</summary>
/// <param name="Scenarios">In their order.</param>
/// <param name="Grid">The grid; null when none was asked.</param>
/// <param name="Step">Part by which the weights of the grid are changed.</param>
public sealed record ScenarioPlan(IReadOnlyList<Scenario> Scenarios, DecisionGrid? Grid, decimal Step);

/// <summary>Reads scenarios against the year they are about, with every problem at once.</summary>
public static class ScenarioReader
{
    private const int MostScenarios = 10;
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <summary>The year that a request is about; null when it is not one.</summary>
    public static int? YearOf(ScenarioRequest request) =>
        request.Year is >= Period.MinYear and <= Period.MaxYear ? request.Year : null;

    /// <summary>The plan, or what prevents it.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="evaluation">The year it is about.</param>
    public static Outcome<ScenarioPlan> Read(ScenarioRequest request, AnnualEvaluation evaluation)
    {
        var checks = new DocumentChecks();
        var written = DocumentChecks.Items(request.Scenarios).ToList();
        if (written.Count > MostScenarios || (written.Count == 0 && request.Grid is null))
        {
            checks.Add(Refusals.ScenarioCount, "/scenarios");
        }

        var scenarios = written.Select((s, i) => ReadScenario(checks, s, $"/scenarios/{i}", evaluation)).ToList();
        foreach (var (index, scenario) in scenarios.Index())
        {
            if (scenario.Label.Length > 0 && scenarios.Take(index).Any(s => s.Label == scenario.Label))
            {
                checks.Add(Refusals.ScenarioDuplicate, FormattableString.Invariant($"/scenarios/{index}/label"));
            }
        }

        var (grid, step) = request.Grid is { } document ? GridReader.Read(checks, document) : (null, 0);
        return Outcome<ScenarioPlan>.Of(checks.Problems, () => new ScenarioPlan(scenarios, grid, step));
    }

    private static Scenario ReadScenario(
        DocumentChecks checks, ScenarioDocument document, string pointer, AnnualEvaluation evaluation)
    {
        var community = evaluation.Dossier.Community;
        var scenario = new Scenario(checks.RequiredText(document.Label, $"{pointer}/label", 200))
        {
            Key = document.Allocation is { } key
                ? AllocationReader.Read(checks, key, $"{pointer}/allocation", evaluation.Dossier.Catalogue, community)
                : null,
            Leaving = [.. (document.Leave ?? []).Select((m, i) => Leaving(checks, m, $"{pointer}/leave/{i}", evaluation)).OfType<Siren>()],
            Joining = [.. DocumentChecks.Items(document.Join).Select((j, i) => Joining(checks, j, $"{pointer}/join/{i}", evaluation)).OfType<JoiningMember>()],
            CostChange = document.CostChange ?? 0,
            JoiningCost = document.JoiningCost ?? 0,
            AvoidablePart = document.AvoidablePart ?? (document.Undone == true ? 1 : 0),
            IsUndone = document.Undone ?? false,
        };
        if (scenario.CostChange is < -1 or > 10 || decimal.Round(scenario.CostChange, 6) != scenario.CostChange)
        {
            checks.Add(Refusals.ScenarioCostChange, $"{pointer}/costChange");
        }

        if (scenario.JoiningCost is < 0 or > LargestAmount || decimal.Round(scenario.JoiningCost, 2) != scenario.JoiningCost)
        {
            checks.Add(Refusals.ScenarioJoiningCost, $"{pointer}/joiningCost");
        }

        if (scenario.AvoidablePart is < 0 or > 1 || decimal.Round(scenario.AvoidablePart, 6) != scenario.AvoidablePart)
        {
            checks.Add(Refusals.ScenarioAvoidablePart, $"{pointer}/avoidablePart");
        }

        if (scenario.IsUndone && scenario is not { Key: null, Leaving: [], Joining: [], CostChange: 0, JoiningCost: 0 })
        {
            checks.Add(Refusals.ScenarioUndone, $"{pointer}/undone");
        }

        return scenario;
    }

    private static Siren? Leaving(DocumentChecks checks, string? text, string pointer, AnnualEvaluation evaluation)
    {
        if (evaluation.Dossier.Community.Find(text) is { } member
            && evaluation.Perimeter.Participants.Any(p => p.Member.Siren == member.Siren))
        {
            return member.Siren;
        }

        checks.Add(Refusals.ScenarioLeave, pointer);
        return null;
    }

    private static JoiningMember? Joining(
        DocumentChecks checks, JoiningDocument document, string pointer, AnnualEvaluation evaluation)
    {
        var catalogue = evaluation.Dossier.Catalogue;
        foreach (var (code, units) in document.Units ?? new Dictionary<string, decimal>())
        {
            if (catalogue.Find(code) is not { Level: IndicatorLevel.Member } || units < 0)
            {
                checks.Add(Refusals.ScenarioUnits, $"{pointer}/units/{code}");
            }
        }

        if (evaluation.Dossier.Community.Find(document.Member) is { } member
            && evaluation.Perimeter.Participants.All(p => p.Member.Siren != member.Siren))
        {
            return new JoiningMember(member, document.Units ?? new Dictionary<string, decimal>());
        }

        checks.Add(Refusals.ScenarioJoin, $"{pointer}/member");
        return null;
    }
}
