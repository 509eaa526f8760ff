using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page of who receives which report: the direction subscribes anybody, and takes subscriptions away.</summary>
internal sealed class SubscriptionsPortal(
    PortalPage page, Addressed addressed, Registry registry, SubscriptionStandings standings, SubscriptionDesk desk)
{
    private const string Address = "/communities/{siren}/subscriptions";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Address, (
            HttpContext context, string siren, string? page, string? added, string? removed, SubscriptionsPortal subscriptions, CancellationToken cancellationToken) =>
            subscriptions.ShowAsync(context, siren, page, added, removed, cancellationToken)).Require(Right.Read);
        portal.MapPost(Address, (HttpContext context, string siren, SubscriptionsPortal subscriptions, CancellationToken cancellationToken) =>
            subscriptions.AddAsync(context, siren, cancellationToken)).Require(Right.Direct);
        portal.MapPost(Address + "/{subscription}/removal", (
            string siren, string subscription, SubscriptionsPortal subscriptions, CancellationToken cancellationToken) =>
            subscriptions.RemoveAsync(siren, subscription, cancellationToken)).Require(Right.Direct);
    }

    private async Task<IResult> ShowAsync(
        HttpContext context, string siren, string? asked, string? added, string? removed, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var listed = await standings.OfAsync(community, context.Caller(), cancellationToken);
        return await AnswerAsync(
            context, community, listed, PageNumber.Of(asked, SubscriptionsPage.PagesOf(listed)), WrittenSubscription.Blank, SubscriptionOutcome.Of(community, listed, added, removed), cancellationToken);
    }

    private async Task<IResult> AddAsync(HttpContext context, string siren, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var written = WrittenSubscription.Of(await PortalForm.ReadAsync(context.Request, cancellationToken));
        try
        {
            var (subscription, _) = await desk.AddAsync(community, written.Document, cancellationToken);
            return new SeeOther($"{PortalAddress.Subscriptions(siren)}?added={subscription.Id}");
        }
        catch (RefusalException e) when (e.Kind == RefusalKind.Invalid)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            var listed = await standings.OfAsync(community, context.Caller(), cancellationToken);
            return await AnswerAsync(context, community, listed, 1, written.With(e), null, cancellationToken);
        }
    }

    private async Task<IResult> RemoveAsync(string siren, string subscription, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        await desk.RemoveAsync(community, subscription, null, cancellationToken);
        return new SeeOther($"{PortalAddress.Subscriptions(siren)}?removed={Uri.EscapeDataString(subscription)}");
    }

    private async Task<IResult> AnswerAsync(
        HttpContext context,
        Community community,
        IReadOnlyList<SubscriptionStanding> listed,
        int shown,
        WrittenSubscription written,
        PageOutcome? outcome,
        CancellationToken cancellationToken)
    {
        var isDirection = context.Caller().May(Right.Direct, community.Siren);
        IReadOnlyList<Mutualisation> services = isDirection
            ? [.. (await registry.ListMutualisationsAsync(community, cancellationToken)).Select(m => m.Value).OrderBy(m => m.Label, StringComparer.Ordinal)]
            : [];
        return await page.AnswerAsync<SubscriptionsPage>(new()
        {
            [nameof(SubscriptionsPage.Community)] = community,
            [nameof(SubscriptionsPage.Standings)] = listed,
            [nameof(SubscriptionsPage.Page)] = shown,
            [nameof(SubscriptionsPage.Services)] = services,
            [nameof(SubscriptionsPage.Written)] = written,
            [nameof(SubscriptionsPage.Outcome)] = outcome,
            [nameof(SubscriptionsPage.MaySubscribe)] = isDirection,
            [nameof(SubscriptionsPage.MaySend)] = isDirection,
            [nameof(SubscriptionsPage.SimulatedDate)] = page.SimulatedDate,
        });
    }
}
