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
            checks.Add("grid.step", "/grid/step", "Ce pas n’est pas valable : plus de 0 et moins de 1, par exemple 0.2.");
        }

        var criteria = DocumentChecks.Items(document.Criteria).Select((c, i) => Criterion(checks, c, $"/grid/criteria/{i}")).ToList();
        var options = DocumentChecks.Items(document.Options).Select((o, i) => Option(checks, o, $"/grid/options/{i}", criteria)).ToList();
        if (criteria.Count is 0 or > Most || options.Count is 0 or > Most)
        {
            checks.Add("grid.size", "/grid", "Une grille compte de 1 à 50 critères et de 1 à 50 choix : complétez-la.");
        }

        if (criteria.DistinctBy(c => c.Code).Count() < criteria.Count || options.DistinctBy(o => o.Label).Count() < options.Count)
        {
            checks.Add("grid.duplicate", "/grid", "Deux critères ont le même code, ou deux choix le même nom : distinguez-les.");
        }

        return (new DecisionGrid(criteria, options, checks.Choice<MissingScore>(document.Missing, "/grid/missing", MissingScore.Redistribute)), step);
    }

    private static GridCriterion Criterion(DocumentChecks checks, GridCriterionDocument document, string pointer)
    {
        if (document.Weight is <= 0 or > HeaviestWeight)
        {
            checks.Add("grid.weight", $"{pointer}/weight", "Ce poids n’est pas valable : plus de 0, au plus 1000.");
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
                checks.Add("grid.score", $"{pointer}/scores/{code}", "Cette note n’est pas valable : de 0 à 10, pour un critère de la grille.");
            }
        }

        return new GridOption(checks.RequiredText(document.Label, $"{pointer}/label", 200), scores);
    }
}
