using Evaluation.Functions.Administer;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace Evaluation.Functions.Operate;

/// <summary>The page on which administrators decide about messages that were put aside.</summary>
internal static class PoisonPortal
{
    private const int LongestForm = 8 * 1024;

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/poison", List).Require(Right.Administer);
        portal.MapPost("/poison/{id}/replay", Replay).Require(Right.Administer);
        portal.MapPost("/poison/{id}/drop", Drop).Require(Right.Administer);
    }

    private static async Task<IResult> List(PortalPage page, PoisonDesk desk, CancellationToken cancellationToken) =>
        await page.AnswerAsync<PoisonPage>(new()
        {
            [nameof(PoisonPage.Messages)] = await desk.ListAsync(PoisonState.Waiting, cancellationToken),
            [nameof(PoisonPage.SimulatedDate)] = page.SimulatedDate,
        });

    private static async Task<IResult> Replay(HttpContext context, string id, PoisonDesk desk, CancellationToken cancellationToken)
    {
        await desk.ReplayAsync(id, context.Caller(), cancellationToken);
        return Back();
    }

    private static async Task<IResult> Drop(HttpContext context, string id, PoisonDesk desk, CancellationToken cancellationToken)
    {
        var form = await Documents.ReadBodyAsync(context.Request, LongestForm, cancellationToken);
        var reason = QueryHelpers.ParseQuery(form.ToString()).GetValueOrDefault("reason").ToString();
        await desk.DropAsync(id, context.Caller(), reason, cancellationToken);
        return Back();
    }

    private static SeeOther Back() => new(PortalAddress.Poison);
}
