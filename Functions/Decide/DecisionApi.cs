using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Decide;

/// <summary>What is decided of a year of a mutualisation.</summary>
internal static class DecisionApi
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/decisions/{year}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Address, Get).Require(Right.Read)
            .WithSummary("La décision prise après l’évaluation d’une année.")
            .Gives(() => StoreJson.Documents.DecisionDocument);
        api.MapPut(Address, Put).Require(Right.Direct)
            .WithSummary("Décide après l’évaluation d’une année, ou corrige la décision en disant pourquoi.")
            .Puts(() => DecideRequestJson.Default.SentDecision, () => StoreJson.Documents.DecisionDocument);
    }

    private static async Task<IResult> Get(
        HttpContext context,
        string siren,
        string id,
        string year,
        Addressed addressed,
        DecisionStore decisions,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var found = await decisions.FindAsync(community.Siren, mutualisation.Value.Id, YearAsked.Of(year), cancellationToken)
            ?? throw EdgeRefusals.DecisionUnknown.Refused();
        return Documents.Answer(context, found.Stored);
    }

    private static async Task Put(
        HttpContext context,
        string siren,
        string id,
        string year,
        string? dryRun,
        Addressed addressed,
        DecisionDesk desk,
        CancellationToken cancellationToken)
    {
        var terms = Documents.TermsOf(context.Request, dryRun);
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var sent = await Documents.ReadAsync(context.Request, DecideRequestJson.Default.SentDecision, cancellationToken);
        var (stored, changed) = await desk.DecideAsync(
            context.Caller(), community, mutualisation.Value, asked, sent.Document(), terms, cancellationToken);
        await Documents.AnswerPutAsync(context, stored, changed, terms);
    }
}
