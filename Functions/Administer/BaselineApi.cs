using Evaluation.Core.Indicators;
using Evaluation.Core.Savings;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer;

/// <summary>What a service was before pooling.</summary>
internal static class BaselineApi
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/baseline";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Address, Get).Require(Right.Read)
            .WithSummary("La situation de référence : ce que les membres dépensaient et faisaient avant la mutualisation.")
            .Gives(() => StoreJson.Documents.BaselineDocument);
        api.MapPut(Address, Put).Require(Right.KeepAccounts)
            .WithSummary("Dépose la situation de référence, ou la change.")
            .Puts(() => StoreJson.Documents.BaselineDocument);
    }

    private static async Task<IResult> Get(
        HttpContext context, string siren, string id, Addressed addressed, BaselineStore baselines, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var found = await baselines.FindAsync(community, mutualisation.Value, cancellationToken)
            ?? throw EdgeRefusals.BaselineUnknown.Refused();
        return Documents.Answer(context, found.Document);
    }

    private static async Task Put(
        HttpContext context,
        string siren,
        string id,
        string? dryRun,
        Addressed addressed,
        BaselineStore baselines,
        ClosedAccounts accounts,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var terms = Documents.TermsOf(context.Request, dryRun);
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var document = await Documents.ReadAsync(context.Request, StoreJson.Documents.BaselineDocument, cancellationToken);
        var baseline = Documents.Require(BaselineReader.Read(document, community, Catalogue.Standard));
        Documents.RefuseAny(BaselineLimits.Of(document, ParisTime.DateOf(clock.GetUtcNow())));
        var before = await baselines.FindAsync(community, mutualisation.Value, cancellationToken);
        var seen = await accounts.RequireUnmovedAsync(
            community, mutualisation.Value, dossier => dossier with { Baseline = baseline }, cancellationToken);
        var (stored, changed) = await baselines.PutAsync(community, mutualisation.Value, document, terms, cancellationToken);
        if (changed && !terms.DryRun)
        {
            await accounts.RequireNotSettledSinceAsync(
                community, mutualisation.Value, seen, () => baselines.TakeBackAsync(stored, before?.Document, cancellationToken), cancellationToken);
        }

        await Documents.AnswerPutAsync(context, stored, changed, terms);
    }
}
