using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Rebuild;

internal sealed record RebuildAnswer(IReadOnlyList<RebuildResult> Mutualisations);

/// <summary>Tables of values and submissions made again from the journal.</summary>
internal static class RebuildApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/communities/{siren}/rebuild", Rebuild).Require(Right.Administer)
            .WithSummary("Refait les tables de valeurs et d’envois à partir du journal.")
            .Answers(() => RebuildJson.Answers.RebuildAnswer);

    private static async Task<IResult> Rebuild(
        string siren,
        string? mutualisation,
        Addressed addressed,
        Registry registry,
        TableRebuild rebuild,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var wanted = mutualisation is null
            ? await registry.ListMutualisationsAsync(community, cancellationToken)
            : [await addressed.MutualisationAsync(community, mutualisation, cancellationToken)];
        var results = new List<RebuildResult>();
        foreach (var one in wanted)
        {
            results.Add(await rebuild.RebuildAsync(community, one.Value, cancellationToken));
        }

        return Results.Json(new RebuildAnswer(results), RebuildJson.Answers.RebuildAnswer);
    }
}
