using Evaluation.Functions.Administer;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

/// <summary>The page on which administrators decide about messages that were put aside.</summary>
internal static class PoisonPortal
{
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
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        await desk.DropAsync(id, context.Caller(), form["reason"], cancellationToken);
        return Back();
    }

    private static SeeOther Back() => new(PortalAddress.Poison);
}
