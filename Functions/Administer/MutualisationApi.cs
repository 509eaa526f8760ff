using Evaluation.Core.Closing;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer;

internal sealed record MutualisationList(IReadOnlyList<MutualisationEntry> Mutualisations);

internal sealed record MutualisationEntry(string Id, string Label, string ServiceType, string LegalForm, string Address);

/// <summary>Mutualisations of a community: listed, declared, read.</summary>
internal static class MutualisationApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/mutualisations", List).Require(Right.Known)
            .WithSummary("Les services mutualisés que l’appelant voit.")
            .Answers(() => AdministerJson.Answers.MutualisationList);
        api.MapGet("/communities/{siren}/mutualisations/{id}", Get).Require(Right.Read)
            .WithSummary("Un service mutualisé : forme, membres au fil du temps, indicateurs, convention, clé, source.")
            .Gives(() => StoreJson.Documents.MutualisationDocument);
        api.MapPut("/communities/{siren}/mutualisations/{id}", Put).Require(Right.Administer)
            .WithSummary("Déclare un service mutualisé, ou le change.")
            .Puts(() => StoreJson.Documents.MutualisationDocument);
    }

    private static async Task<IResult> List(
        HttpContext context, string siren, Addressed addressed, Registry registry, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var mutualisations = await registry.ListMutualisationsAsync(community, cancellationToken);
        var caller = context.Caller();
        var seen = mutualisations.Where(m => caller.Sees(community.Siren, m.Value));
        var entries = seen.Select(m => new MutualisationEntry(
            m.Value.Id,
            m.Value.Label,
            m.Value.ServiceType.Code,
            DomainCode.Of(m.Value.LegalFormOn(today)),
            $"/api/communities/{community.Siren}/mutualisations/{m.Value.Id}"));
        return Results.Json(new MutualisationList([.. entries]), AdministerJson.Answers.MutualisationList);
    }

    private static async Task<IResult> Get(
        HttpContext context, string siren, string id, Addressed addressed, CancellationToken cancellationToken)
    {
        var (_, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        return Documents.Answer(context, mutualisation.Document);
    }

    private static async Task Put(
        HttpContext context,
        string siren,
        string id,
        string? dryRun,
        Addressed addressed,
        Registry registry,
        SourceDeclaration sources,
        ClosedAccounts accounts,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var terms = Documents.TermsOf(context.Request, dryRun);
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var document = await Documents.ReadAsync(context.Request, StoreJson.Documents.MutualisationDocument, cancellationToken);
        var mutualisation = Documents.Require(MutualisationReader.Read(id, document, community, Catalogue.Standard));
        Documents.RefuseAny(MutualisationLimits.Of(document, mutualisation, Catalogue.Standard));
        sources.Require(mutualisation.Source);
        var before = await registry.FindMutualisationAsync(community, id, cancellationToken);
        var seen = SettledYears.None;
        if (before is { Value: var known })
        {
            seen = await accounts.RequireUnmovedAsync(community, known, dossier => dossier with { Mutualisation = mutualisation }, cancellationToken);
            if (LegalFormChanges.Undated(known, mutualisation, ParisTime.DateOf(clock.GetUtcNow())) is { } undated)
            {
                throw new[] { undated }.OfDocument();
            }
        }

        var (stored, changed) = await registry.PutMutualisationAsync(community.Siren, id, document, terms, cancellationToken);
        if (changed && !terms.DryRun)
        {
            await accounts.RequireNotSettledSinceAsync(
                community, mutualisation, seen, () => registry.TakeBackAsync(stored, before?.Document, cancellationToken), cancellationToken);
        }

        if (!terms.DryRun)
        {
            await sources.NoteAsync(community.Siren, mutualisation, cancellationToken);
        }

        await Documents.AnswerPutAsync(context, stored, changed, terms);
    }
}
