using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page on which administrators decide about messages that were put aside.</summary>
internal static class PoisonPortal
{
    private static readonly RefusalCode[] Told = [EdgeRefusals.PoisonDecided, EdgeRefusals.PoisonNoRun, EdgeRefusals.PoisonReason];

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/poison", List).Require(Right.Administer);
        portal.MapPost("/poison/{id}/replay", Replay).Require(Right.Administer);
        portal.MapPost("/poison/{id}/drop", Drop).Require(Right.Administer);
    }

    private static async Task<IResult> List(
        string? decided, string? refused, PortalPage page, PoisonDesk desk, CancellationToken cancellationToken) =>
        await page.AnswerAsync<PoisonPage>(new()
        {
            [nameof(PoisonPage.Messages)] = await desk.ListAsync(PoisonState.Waiting, cancellationToken),
            [nameof(PoisonPage.Outcome)] = refused is not null ? PageOutcome.Refused(Told, refused)
                : decided is not null ? Confirmation(await desk.FindAsync(decided, cancellationToken))
                : null,
            [nameof(PoisonPage.SimulatedDate)] = page.SimulatedDate,
        });

    private static Task<IResult> Replay(HttpContext context, string id, PoisonDesk desk, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.ReplayAsync(id, context.Caller(), cancellationToken));

    private static async Task<IResult> Drop(HttpContext context, string id, PoisonDesk desk, CancellationToken cancellationToken)
    {
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        return await AnswerAsync(id, desk.DropAsync(id, context.Caller(), form["reason"], cancellationToken));
    }

    // The address carries an id or a code, never a text: nobody can be made to read something else by a link.
    private static async Task<IResult> AnswerAsync(string id, Task decision)
    {
        try
        {
            await decision;
            return new SeeOther($"{PortalAddress.Poison}?decided={Uri.EscapeDataString(id)}");
        }
        catch (RefusalException e) when (PageOutcome.Refused(Told, e.Code) is not null)
        {
            return new SeeOther($"{PortalAddress.Poison}?refused={e.Code}");
        }
    }

    private static PageOutcome? Confirmation(PoisonedMessage? message) => message?.State switch
    {
        PoisonState.Replayed => PageOutcome.Done(
            "L’opération est relancée. Si elle échoue encore, son message revient dans cette liste."),
        PoisonState.Dropped => PageOutcome.Done(
            "Le message est abandonné : il reste lisible par l’API, avec votre motif."),
        PoisonState.Waiting => null,
    };
}
