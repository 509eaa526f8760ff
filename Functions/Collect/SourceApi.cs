using System.Globalization;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>How a source fares. The secret is not part of it, nor even the name of its setting.</summary>
internal sealed record SourceAnswer(
    string State,
    string Format,
    int? EveryHours,
    IReadOnlyList<string> At,
    IReadOnlyList<string> Days,
    bool Authenticated,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? LastAttemptAt,
    DateTimeOffset? LastSuccessAt,
    string? LastOutcome,
    string? LastError,
    int Failures,
    DateTimeOffset NextTryAt);

/// <summary>The source of a service: how it fares, and a pull outside the calendar.</summary>
internal static class SourceApi
{
    private const string Source = "/communities/{siren}/mutualisations/{id}/source";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Source, Get).Require(Right.Read)
            .WithSummary("Comment va la source du service : dernier succès, dernière erreur, prochain essai.")
            .Answers(() => CollectJson.Answers.SourceAnswer);
        api.MapPost(Source + "/collection", Collect).Require(Right.Direct)
            .WithSummary("Relève la source maintenant, suspendue ou non.")
            .AnswersLater(() => RunsJson.Answers.OperationStarted);
    }

    private static async Task<IResult> Get(
        string siren, string id, Addressed addressed, SourceStates states, CollectPlan plan, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var source = SourceOf(mutualisation.Value);
        var state = await states.OfAsync(community.Siren, mutualisation.Value.Id, source, cancellationToken);
        return Results.Json(Answer(source, state, plan.NextAfterNow(source, state)), CollectJson.Answers.SourceAnswer);
    }

    private static async Task<IResult> Collect(
        string siren, string id, Addressed addressed, CollectPlan plan, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        SourceOf(mutualisation.Value);
        var run = await plan.AskNowAsync(community.Siren, mutualisation.Value.Id, cancellationToken);
        var address = $"/api/operations/{run.OperationId}";
        return TypedResults.Accepted(address, new OperationStarted(run.OperationId, address));
    }

    private static FeedSource SourceOf(Mutualisation mutualisation) => mutualisation.Source ?? throw EdgeRefusals.SourceNone.Refused();

    private static SourceAnswer Answer(FeedSource source, SourceState state, DateTimeOffset next) => new(
        state.IsSuspended ? "suspended" : state.Failures > 0 ? "failing" : state.LastSuccessAt is null ? "new" : "healthy",
        DomainCode.Of(source.Format),
        source.EveryHours,
        [.. source.At.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))],
        [.. source.Days.Select(DomainCode.Of)],
        source.Authentication is not null,
        state.DeclaredAt,
        state.LastAttemptAt,
        state.LastSuccessAt,
        state.LastOutcome,
        state.LastError,
        state.Failures,
        next);
}
