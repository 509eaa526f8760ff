namespace Evaluation.Core.Scenarios;

/// <summary>What to do with a criterion that an option has no score for.</summary>
public enum MissingScore
{
    /// <summary>Its weight goes to the other criteria of the option, in proportion.</summary>
    Redistribute,

    /// <summary>It counts as the lowest score.</summary>
    Lowest,

    /// <summary>The option is not ranked.</summary>
    Unranked,
}

/// <summary>A criterion of the grid.</summary>
/// <param name="Code">Unique in the grid.</param>
/// <param name="Label">French name.</param>
/// <param name="Weight">More than 0; weights are compared with one another, they need not add up to 1.</param>
public sealed record GridCriterion(string Code, string Label, decimal Weight);

/// <summary>A perimeter, or any other choice, and its scores.</summary>
/// <param name="Label">French name, unique in the grid.</param>
/// <param name="Scores">From 0 to 10 by criterion code; absent when not known.</param>
public sealed record GridOption(string Label, IReadOnlyDictionary<string, decimal> Scores);

/// <summary>An option weighed.</summary>
/// <param name="Label">Which.</param>
/// <param name="Score">Σ weight × score ÷ Σ weights, 0 to 10, not rounded; null when it is not ranked.</param>
/// <param name="Rank">From 1; options of equal score share a rank; null when it is not ranked.</param>
/// <param name="Missing">Codes of the criteria without a score.</param>
public sealed record WeighedOption(string Label, decimal? Score, int? Rank, IReadOnlyList<string> Missing);

/// <summary>What becomes of the first choice when one weight changes.</summary>
/// <param name="Criterion">Code of the criterion.</param>
/// <param name="Lighter">First choices when it weighs less by the step.</param>
/// <param name="Heavier">First choices when it weighs more by the step.</param>
/// <param name="Without">First choices when it is left out.</param>
/// <param name="IsDecisive">Whether any of the three is not the first choice of the grid.</param>
public sealed record GridSensitivity(
    string Criterion,
    IReadOnlyList<string> Lighter,
    IReadOnlyList<string> Heavier,
    IReadOnlyList<string> Without,
    bool IsDecisive);

/// <summary>
/// The grid that helps to choose a perimeter: criteria × weights × scores (grille d’aide à la décision, docs/spec/scenarios.md).
/// </summary>
/// <param name="Criteria">At least one.</param>
/// <param name="Options">At least one.</param>
/// <param name="Missing">What a missing score means.</param>
public sealed record DecisionGrid(
    IReadOnlyList<GridCriterion> Criteria, IReadOnlyList<GridOption> Options, MissingScore Missing)
{
    /// <summary>The options weighed, in their order.</summary>
    public IReadOnlyList<WeighedOption> Weigh() => Weigh(Criteria);

    /// <summary>Whether the first choice holds when each weight changes in turn by a part of itself.</summary>
    /// <param name="step">More than 0, less than 1: 0.2 for 20 %.</param>
    public IReadOnlyList<GridSensitivity> Sensitivity(decimal step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, 1);
        var first = First(Criteria);
        return [.. Criteria.Select(criterion =>
        {
            var lighter = First(Changed(criterion, 1 - step));
            var heavier = First(Changed(criterion, 1 + step));
            var without = First([.. Criteria.Where(c => c != criterion)]);
            return new GridSensitivity(
                criterion.Code,
                lighter,
                heavier,
                without,
                !(lighter.SequenceEqual(first) && heavier.SequenceEqual(first) && (without.Count == 0 || without.SequenceEqual(first))));
        })];
    }

    private IReadOnlyList<GridCriterion> Changed(GridCriterion criterion, decimal factor) =>
        [.. Criteria.Select(c => c == criterion ? c with { Weight = c.Weight * factor } : c)];

    private IReadOnlyList<string> First(IReadOnlyList<GridCriterion> criteria) =>
        [.. Weigh(criteria).Where(o => o.Rank == 1).Select(o => o.Label)];

    private IReadOnlyList<WeighedOption> Weigh(IReadOnlyList<GridCriterion> criteria)
    {
        var scores = Options.Select(o => Score(o, criteria)).ToList();
        return [.. Options.Select((option, i) => new WeighedOption(
            option.Label,
            scores[i],
            scores[i] is { } score ? 1 + scores.Count(other => other > score) : null,
            [.. criteria.Where(c => !option.Scores.ContainsKey(c.Code)).Select(c => c.Code)]))];
    }

    private decimal? Score(GridOption option, IReadOnlyList<GridCriterion> criteria)
    {
        decimal sum = 0;
        decimal weights = 0;
        foreach (var criterion in criteria)
        {
            if (option.Scores.TryGetValue(criterion.Code, out var score))
            {
                sum += criterion.Weight * score;
                weights += criterion.Weight;
            }
            else if (Missing == MissingScore.Unranked)
            {
                return null;
            }
            else if (Missing == MissingScore.Lowest)
            {
                weights += criterion.Weight;
            }
        }

        return weights == 0 ? null : sum / weights;
    }
}
