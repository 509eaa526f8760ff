using Evaluation.Core.Assessments;
using Evaluation.Core.Reports;
using Evaluation.Core.Scenarios;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Evaluate;

/// <summary>What a year says, who pays what, and what would be otherwise: computed on demand, never stored.</summary>
internal static class EvaluationApi
{
    private const string Mutualisation = "/communities/{siren}/mutualisations/{id}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Mutualisation + "/evaluation", Evaluation).Require(Right.Read)
            .WithSummary("L’évaluation d’une année telle qu’elle est connue maintenant, chaque chiffre avec sa trace.")
            .Means("period", "L’année, par exemple 2025.")
            .Needs("period")
            .Answers(() => EvaluationJson.Answers.EvaluationAnswer);
        api.MapGet(Mutualisation + "/allocation", Allocation).Require(Right.Read)
            .WithSummary("Qui paie quoi, avec tout ce qu’il faut pour le recalculer ; état annuel, soldes.")
            .Needs("year")
            .Answers(() => EvaluationJson.Answers.AllocationAnswer);
        api.MapPost(Mutualisation + "/scenarios", Scenarios).Require(Right.Read)
            .WithSummary("La même année sous d’autres règles, côte à côte ; grille de décision. Rien n’est gardé.")
            .Takes(() => StoreJson.Documents.ScenarioRequest)
            .Answers(() => EvaluationJson.Answers.ScenarioAnswer);
    }

    private static async Task<IResult> Evaluation(
        string siren, string id, string? period, YearEvaluations evaluations, CancellationToken cancellationToken) =>
        Results.Json(
            EvaluationAnswer.Of(await evaluations.InForceAsync(siren, id, YearAsked.Of(period), cancellationToken)),
            EvaluationJson.Answers.EvaluationAnswer);

    private static async Task<IResult> Allocation(
        string siren, string id, string? year, YearEvaluations evaluations, CancellationToken cancellationToken) =>
        Results.Json(
            Answer(await evaluations.InForceAsync(siren, id, YearAsked.Of(year), cancellationToken)),
            EvaluationJson.Answers.AllocationAnswer);

    private static async Task<IResult> Scenarios(
        HttpContext context, string siren, string id, YearEvaluations evaluations, CancellationToken cancellationToken)
    {
        var request = await Documents.ReadAsync(context.Request, StoreJson.Documents.ScenarioRequest, cancellationToken);
        var year = ScenarioReader.YearOf(request) ?? throw EdgeRefusals.ScenarioYear.Refused();
        var evaluation = await evaluations.OfAsync(siren, id, year, cancellationToken);
        var plan = Documents.Require(ScenarioReader.Read(request, evaluation));
        var comparison = new ScenarioComparison(evaluation);
        return Results.Json(
            new ScenarioAnswer(
                year,
                comparison.Actual(),
                [.. plan.Scenarios.Select(comparison.Of)],
                plan.Grid is { } grid ? new GridAnswer(grid.Weigh(), grid.Sensitivity(plan.Step)) : null),
            EvaluationJson.Answers.ScenarioAnswer);
    }

    private static AllocationAnswer Answer(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var outcome = evaluation.Allocation;
        return new AllocationAnswer(
            dossier.Year,
            dossier.CostsOf(dossier.Year)?.KnownStage,
            outcome.Obstacle,
            outcome.MissingFor,
            outcome.Allocation,
            outcome.Allocation is { } allocation ? [.. allocation.Shares.Select(s => new ExplainedAmount(
                    s.Member, s.Amount, SplitSentence.All(allocation, s.Member.Siren, dossier.Catalogue)))] : [],
            evaluation.Statement(),
            evaluation.UnitCostForecast(),
            EvaluationAnswer.CostNoticesOf(dossier))
        {
            ObstacleDays = outcome.Days,
        };
    }
}
