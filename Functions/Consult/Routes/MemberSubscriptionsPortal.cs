using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page on which a member subscribes itself to its statement and to what is transmitted to it, and to nothing else.</summary>
internal sealed class MemberSubscriptionsPortal(PortalPage page, Addressed addressed, SubscriptionStandings standings, SubscriptionDesk desk)
{
    private const string Address = "/communities/{siren}/members/{member}/subscriptions";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Address, (
            HttpContext context, string siren, string member, string? added, string? removed, MemberSubscriptionsPortal own, CancellationToken cancellationToken) =>
            own.ShowAsync(context, siren, member, added, removed, cancellationToken)).Require(Right.ReadMember);
        portal.MapPost(Address, (HttpContext context, string siren, string member, MemberSubscriptionsPortal own, CancellationToken cancellationToken) =>
            own.AddAsync(context, siren, member, cancellationToken)).Require(Right.Confirm);
        portal.MapPost(Address + "/{subscription}/removal", (
            string siren, string member, string subscription, MemberSubscriptionsPortal own, CancellationToken cancellationToken) =>
            own.RemoveAsync(siren, member, subscription, cancellationToken)).Require(Right.Confirm);
    }

    private async Task<IResult> ShowAsync(
        HttpContext context, string siren, string member, string? added, string? removed, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var of = Addressed.Member(community, member);
        var listed = await standings.OfMemberAsync(community, of, context.Caller(), cancellationToken);
        return await AnswerAsync(
            context, community, of, listed, WrittenSubscription.Blank, SubscriptionOutcome.Of(community, listed, added, removed), cancellationToken);
    }

    private async Task<IResult> AddAsync(HttpContext context, string siren, string member, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var of = Addressed.Member(community, member);
        var written = WrittenSubscription.Of(await PortalForm.ReadAsync(context.Request, cancellationToken));
        try
        {
            var (subscription, _) = await desk.AddAsync(community, of, written.OfMember, cancellationToken);
            return new SeeOther($"{PortalAddress.MemberSubscriptions(siren, of.Siren.ToString())}?added={subscription.Id}");
        }
        catch (RefusalException e) when (e.Kind == RefusalKind.Invalid)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            var listed = await standings.OfMemberAsync(community, of, context.Caller(), cancellationToken);
            return await AnswerAsync(context, community, of, listed, written.With(e), null, cancellationToken);
        }
    }

    private async Task<IResult> RemoveAsync(string siren, string member, string subscription, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var of = Addressed.Member(community, member);
        await desk.RemoveAsync(community, subscription, of, cancellationToken);
        return new SeeOther($"{PortalAddress.MemberSubscriptions(siren, of.Siren.ToString())}?removed={Uri.EscapeDataString(subscription)}");
    }

    private async Task<IResult> AnswerAsync(
        HttpContext context,
        Community community,
        Member member,
        IReadOnlyList<SubscriptionStanding> listed,
        WrittenSubscription written,
        PageOutcome? outcome,
        CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        return await page.AnswerAsync<MemberSubscriptionsPage>(new()
        {
            [nameof(MemberSubscriptionsPage.Community)] = community,
            [nameof(MemberSubscriptionsPage.Member)] = member,
            [nameof(MemberSubscriptionsPage.Standings)] = listed,
            [nameof(MemberSubscriptionsPage.Services)] = await desk.OfMemberAsync(community, member, cancellationToken),
            [nameof(MemberSubscriptionsPage.Written)] = written,
            [nameof(MemberSubscriptionsPage.Outcome)] = outcome,
            [nameof(MemberSubscriptionsPage.MaySubscribe)] = caller.Towards(member.Siren).MayOwn(Right.Confirm, community.Siren) && member.Siren != community.Siren,
            [nameof(MemberSubscriptionsPage.MayDirect)] = caller.May(Right.Direct, community.Siren),
            [nameof(MemberSubscriptionsPage.SimulatedDate)] = page.SimulatedDate,
        });
    }
}
