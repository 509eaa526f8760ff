using Evaluation.Core.Problems;

namespace Evaluation.Core.Scenarios;

/// <summary>Reads a decision grid.</summary>
internal static class GridReader
{
    private const decimal UsualStep = 0.2m;
    private const decimal Best = 10;
    private const decimal HeaviestWeight = 1_000;
    private const int Most = 50;

    public static (DecisionGrid Grid, decimal Step) Read(DocumentChecks checks, GridDocument document)
    {
        var step = document.Step ?? UsualStep;
        if (step is <= 0 or >= 1)
        {
            checks.Add(Refusals.GridStep, "/grid/step");
        }

        var criteria = DocumentChecks.Items(document.Criteria).Select((c, i) => Criterion(checks, c, $"/grid/criteria/{i}")).ToList();
        var options = DocumentChecks.Items(document.Options).Select((o, i) => Option(checks, o, $"/grid/options/{i}", criteria)).ToList();
        if (criteria.Count is 0 or > Most || options.Count is 0 or > Most)
        {
            checks.Add(Refusals.GridSize, "/grid");
        }

        if (criteria.DistinctBy(c => c.Code).Count() < criteria.Count || options.DistinctBy(o => o.Label).Count() < options.Count)
        {
            checks.Add(Refusals.GridDuplicate, "/grid");
        }

        return (new DecisionGrid(criteria, options, checks.Choice<MissingScore>(document.Missing, "/grid/missing", MissingScore.Redistribute)), step);
    }

    private static GridCriterion Criterion(DocumentChecks checks, GridCriterionDocument document, string pointer)
    {
        if (document.Weight is <= 0 or > HeaviestWeight)
        {
            checks.Add(Refusals.GridWeight, $"{pointer}/weight");
        }

        return new GridCriterion(
            checks.RequiredText(document.Code, $"{pointer}/code", 50), checks.RequiredText(document.Label, $"{pointer}/label", 200), document.Weight);
    }

    private static GridOption Option(
        DocumentChecks checks, GridOptionDocument document, string pointer, List<GridCriterion> criteria)
    {
        var scores = document.Scores ?? new Dictionary<string, decimal>();
        foreach (var (code, score) in scores)
        {
            if (score is < 0 or > Best || !criteria.Exists(c => c.Code == code))
            {
                checks.Add(Refusals.GridScore, $"{pointer}/scores/{code}");
            }
        }

        return new GridOption(checks.RequiredText(document.Label, $"{pointer}/label", 200), scores);
    }
}
