using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer;

internal sealed record CommunityList(IReadOnlyList<CommunityEntry> Communities);

internal sealed record CommunityEntry(string Siren, string Name, string Kind, int Members, string Address);

/// <summary>Communities: listed, declared, read.</summary>
internal static class CommunityApi
{
    private const int MostAttempts = 20;

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
        var sent = await Documents.ReadAsync(context.Request, StoreJson.Documents.CommunityDocument, cancellationToken);
        var (stored, changed) = await PutAsync(siren, sent, terms, registry, uses, ParisTime.DateOf(clock.GetUtcNow()), cancellationToken);
        await Documents.AnswerPutAsync(context, stored, changed, terms);
    }

    private static async Task<(StoredDocument Document, bool Changed)> PutAsync(
        string siren,
        CommunityDocument sent,
        PutTerms terms,
        Registry registry,
        CommunityUses uses,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var known = await registry.FindCommunityAsync(siren, cancellationToken);
            try
            {
                return await PutAsync(siren, sent, terms, known, registry, uses, today, cancellationToken);
            }
            catch (StaleDocumentException) when (attempt < MostAttempts)
            {
                // Somebody subscribed or wrote meanwhile: unless the caller asked that nobody did, decide again on what is there now.
                if (!terms.Admit((await registry.FindCommunityAsync(siren, cancellationToken))?.Document.Tag))
                {
                    throw;
                }
            }
        }
    }

    private static async Task<(StoredDocument Document, bool Changed)> PutAsync(
        string siren,
        CommunityDocument sent,
        PutTerms terms,
        Registered<Community>? known,
        Registry registry,
        CommunityUses uses,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        var document = Keeping(sent, known?.Value);
        var community = Documents.Require(CommunityReader.Read(siren, document));
        Documents.RefuseAny(CommunityLimits.Of(document, today));
        if (await uses.BrokenByAsync(community, cancellationToken) is { Count: > 0 } broken)
        {
            throw CommunityUses.Broken(broken);
        }

        Documents.RefuseAny(await uses.WithoutServiceAsync(community, cancellationToken));
        var seen = known is null
            ? new Dictionary<string, SettledYears>()
            : await uses.RequireUnmovedAsync(known.Value, community, cancellationToken);
        if (!terms.Admit(known?.Document.Tag))
        {
            throw new StaleDocumentException();
        }

        // On what was read, and no other: what it was checked against, with its subscriptions.
        var (stored, changed) = await registry.PutCommunityAsync(
            community.Siren,
            document,
            known is null ? terms with { IfNoneMatch = [PutTerms.Any] } : terms with { IfMatch = [known.Document.Tag], IfNoneMatch = null },
            cancellationToken);
        if (changed && !terms.DryRun)
        {
            await uses.RequireStillUnmovedAsync(
                community, seen, () => registry.TakeBackAsync(stored, known?.Document, cancellationToken), cancellationToken);
        }

        return (stored, changed);
    }

    // Members subscribe by themselves: a declaration that says nothing of subscriptions leaves those that are there, but for members
    // that it no longer has.
    private static CommunityDocument Keeping(CommunityDocument sent, Community? known) =>
        sent.Subscriptions is null && known is { Subscriptions.Count: > 0 }
            ? sent with
            {
                Subscriptions = [.. known.Subscriptions
                    .Where(s => s.Member is not { } member || sent.Members?.Any(m => m?.Siren == member.ToString()) is true)
                    .Select(s => s.Written())],
            }
            : sent;
}
