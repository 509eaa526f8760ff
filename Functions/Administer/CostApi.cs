using Evaluation.Core.Closing;
using Evaluation.Core.Costs;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer;

/// <summary>Cost lines of a mutualisation, year by year.</summary>
internal static class CostApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/mutualisations/{id}/costs/{year}", Get).Require(Right.Read)
            .WithSummary("Les lignes de coût d’une année et les appels aux membres.")
            .Gives(() => StoreJson.Documents.CostDocument);
        api.MapPut("/communities/{siren}/mutualisations/{id}/costs/{year}", Put).Require(Right.KeepAccounts)
            .WithSummary("Dépose les coûts et les appels d’une année, ou les change.")
            .Puts(() => StoreJson.Documents.CostDocument);
    }

    private static async Task<IResult> Get(
        HttpContext context,
        string siren,
        string id,
        string year,
        Addressed addressed,
        CostStore costs,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var found = await costs.FindAsync(community, mutualisation.Value.Id, YearAsked.Of(year), cancellationToken)
            ?? throw EdgeRefusals.CostsUnknown.Refused();
        return Documents.Answer(context, found.Document);
    }

    private static async Task Put(
        HttpContext context,
        string siren,
        string id,
        string year,
        string? dryRun,
        Addressed addressed,
        CostStore costs,
        ClosedAccounts accounts,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var terms = Documents.TermsOf(context.Request, dryRun);
        var (community, registered) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var mutualisation = registered.Value;
        var document = await Documents.ReadAsync(context.Request, StoreJson.Documents.CostDocument, cancellationToken);
        var read = Documents.Require(CostReader.Read(YearAsked.Of(year), document, community));
        Documents.RefuseAny(CostLimits.Of(read, ParisTime.DateOf(clock.GetUtcNow())));
        var known = await costs.FindAsync(community, mutualisation.Id, read.Year, cancellationToken);
        var seen = default(SettledYears);
        if (known?.Document.Says(CostStore.Write(document)) is not true)
        {
            seen = await accounts.RequireOpenAsync(community, mutualisation, read, cancellationToken);
        }

        var (stored, changed) = await costs.PutAsync(
            community.Siren, mutualisation.Id, read.Year, document, terms, cancellationToken);
        if (seen is not null && changed && !terms.DryRun)
        {
            await accounts.RequireNotSettledSinceAsync(
                community, mutualisation, seen, () => costs.TakeBackAsync(stored, known?.Document, cancellationToken), cancellationToken);
        }

        await Documents.AnswerPutAsync(context, stored, changed, terms);
    }
}
