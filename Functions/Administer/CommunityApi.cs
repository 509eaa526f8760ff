using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer;

internal sealed record CommunityList(IReadOnlyList<CommunityEntry> Communities);

internal sealed record CommunityEntry(string Siren, string Name, string Kind, int Members, string Address);

/// <summary>Communities: listed, declared, read.</summary>
internal static class CommunityApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities", List).Require(Right.Known)
            .WithSummary("Les communautés que l’appelant voit.")
            .Answers(() => AdministerJson.Answers.CommunityList);
        api.MapGet("/communities/{siren}", Get).Require(Right.Read)
            .WithSummary("Une communauté et ses membres. Qui ne lit qu’une partie des services n’y trouve aucune adresse électronique, et la réponse n’a alors pas d’ETag.")
            .Gives(() => StoreJson.Documents.CommunityDocument);
        api.MapPut("/communities/{siren}", Put).Require(Right.Administer)
            .WithSummary("Déclare une communauté, ou la change.")
            .Puts(() => StoreJson.Documents.CommunityDocument);
    }

    private static async Task<IResult> List(
        HttpContext context, Registry registry, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var communities = await registry.ListCommunitiesAsync(cancellationToken);
        var entries = communities.Where(c => caller.Sees(c.Value.Siren)).Select(c => new CommunityEntry(
            c.Value.Siren.ToString(),
            c.Value.Name,
            DomainCode.Of(c.Value.Kind),
            c.Value.Members.Count,
            $"/api/communities/{c.Value.Siren}"));
        return Results.Json(new CommunityList([.. entries]), AdministerJson.Answers.CommunityList);
    }

    // Addresses of people are for who reads all services. What others get is no version of the document, and bears no tag of one.
    private static async Task<IResult> Get(
        HttpContext context, string siren, Addressed addressed, CancellationToken cancellationToken)
    {
        var (community, document) = await addressed.CommunityAsync(siren, cancellationToken);
        return context.Caller().ReadsAllOf(community.Siren)
            ? Documents.Answer(context, document)
            : Results.Bytes(Registry.WithoutMailboxes(document).ToMemory(), "application/json; charset=utf-8");
    }

    private static async Task Put(
        HttpContext context,
        string siren,
        string? dryRun,
        Registry registry,
        CommunityUses uses,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var terms = Documents.TermsOf(context.Request, dryRun);
        var document = await Documents.ReadAsync(context.Request, StoreJson.Documents.CommunityDocument, cancellationToken);
        var community = Documents.Require(CommunityReader.Read(siren, document));
        Documents.RefuseAny(CommunityLimits.Of(document, ParisTime.DateOf(clock.GetUtcNow())));
        if (await uses.BrokenByAsync(community, cancellationToken) is { Count: > 0 } broken)
        {
            throw new RefusalException(Refusals.CommunityInUse.At(""), RefusalKind.Invalid, broken);
        }

        Documents.RefuseAny(await uses.WithoutServiceAsync(community, cancellationToken));
        await uses.RequireUnmovedAsync(community, cancellationToken);
        var (stored, changed) = await registry.PutCommunityAsync(community.Siren, document, terms, cancellationToken);
        await Documents.AnswerPutAsync(context, stored, changed, terms);
    }
}
