using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page on which the provider reads what members say of their units, and answers.</summary>
internal sealed class UnitsPortal(PortalPage page, Addressed addressed, UnitsOverview overview, UnitsDesk desk)
{
    private const string Service = "/communities/{siren}/mutualisations/{id}";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Service + "/units", (
            HttpContext context, string siren, string id, string? year, string? done, UnitsPortal units, CancellationToken cancellationToken) =>
            units.ShowAsync(context, siren, id, year, done, cancellationToken)).Require(Right.Read);
        portal.MapPost(Service + "/members/{member}/units/{period}/reply", (
            HttpContext context, string siren, string id, string member, string period, UnitsPortal units, CancellationToken cancellationToken) =>
            units.ReplyAsync(context, siren, id, member, period, cancellationToken)).Require(Right.Approve);
    }

    private async Task<IResult> ShowAsync(
        HttpContext context, string siren, string id, string? year, string? done, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var shown = await overview.OfAsync(
            community, mutualisation.Value, YearAsked.OrLast(year, overview.Today), cancellationToken);
        return await AnswerAsync(
            context, community, mutualisation.Value, shown, UnitsOutcome.Of([.. shown.Standings.Select(s => s.State)], done));
    }

    private async Task<IResult> ReplyAsync(
        HttpContext context, string siren, string id, string member, string period, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var (of, asked) = (Addressed.Member(community, member), PeriodAsked.Of(period));
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken, PortalForm.Long);
        try
        {
            await desk.MaintainAsync(
                community,
                mutualisation.Value,
                of,
                asked,
                new UnitsReplyDocument { Words = form["words"].ReplaceLineEndings("\n") },
                form.Terms,
                cancellationToken);
            return new SeeOther($"{PortalAddress.Units(siren, id, asked.Year)}&done={UnitsOutcome.Maintained}");
        }
        catch (RefusalException e) when (e.Kind != RefusalKind.Unknown)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            return await RefusedAsync(PageOutcome.Of(e));
        }
        catch (StaleDocumentException)
        {
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            return await RefusedAsync(PageOutcome.Unchanged("La réponse de la commune ou celle du service a changé entre-temps : lisez-les."));
        }

        async Task<IResult> RefusedAsync(PageOutcome outcome) => await AnswerAsync(
            context,
            community,
            mutualisation.Value,
            await overview.OfAsync(community, mutualisation.Value, asked.Year, cancellationToken),
            outcome);
    }

    private Task<IResult> AnswerAsync(
        HttpContext context, Community community, Mutualisation mutualisation, UnitsYear shown, PageOutcome? outcome) => page.AnswerAsync<UnitsPage>(new()
        {
            [nameof(UnitsPage.Community)] = community,
            [nameof(UnitsPage.Mutualisation)] = mutualisation,
            [nameof(UnitsPage.Shown)] = shown,
            [nameof(UnitsPage.Years)] = Portal.Offered(overview.Today),
            [nameof(UnitsPage.Outcome)] = outcome,
            [nameof(UnitsPage.MayReply)] = context.Caller().May(Right.Approve, community.Siren, mutualisation),
            [nameof(UnitsPage.SimulatedDate)] = page.SimulatedDate,
        });
}
