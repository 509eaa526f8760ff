using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Operate.Notices;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page of who receives which report.</summary>
internal static class SubscriptionsPortal
{
    public static void Map(RouteGroupBuilder portal) =>
        portal.MapGet("/communities/{siren}/subscriptions", Show).Require(Right.Read);

    private static async Task<IResult> Show(
        HttpContext context,
        string siren,
        PortalPage page,
        Addressed addressed,
        SubscriptionStandings standings,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var caller = context.Caller();
        return await page.AnswerAsync<SubscriptionsPage>(new()
        {
            [nameof(SubscriptionsPage.Community)] = community,
            [nameof(SubscriptionsPage.Standings)] = await standings.OfAsync(community, caller, cancellationToken),
            [nameof(SubscriptionsPage.MaySend)] = caller.May(Right.Direct, community.Siren),
            [nameof(SubscriptionsPage.SimulatedDate)] = page.SimulatedDate,
        });
    }
}
