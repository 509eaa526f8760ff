using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page on which a service and its community settle periods, step by step, and open them again.</summary>
internal static class PeriodsPortal
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/periods";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Address, Show).Require(Right.Read);
        portal.MapPost(Address + "/{period}/approval", Approve).Require(Right.Approve);
        portal.MapPost(Address + "/{period}/openings", Open).Require(Right.Direct);
    }

    private static async Task<IResult> Show(
        HttpContext context,
        string siren,
        string id,
        string? year,
        string? period,
        string? done,
        string? refused,
        PortalPage page,
        Addressed addressed,
        PeriodDesk desk,
        ValueStore values,
        CancellationToken cancellationToken)
    {
        var (community, registered) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var mutualisation = registered.Value;
        Period? chosen = period is null ? null : PeriodAsked.Of(period);
        var shown = chosen?.Year ?? YearAsked.OrRunning(year, desk.Today);
        var received = values.ValuesAsync(community.Siren, mutualisation.Id, [shown], cancellationToken);
        var standings = await desk.OfYearAsync(community, mutualisation, shown, cancellationToken);
        var receipts = new PeriodReceipts(mutualisation, shown, await received);
        PeriodLine Line(PeriodStanding standing) => LineOf(standing, receipts, context.Caller(), community, mutualisation, desk.Today);
        var lines = standings.Select(Line).ToList();
        // One that the list leaves out, such as a quarter of a service that owes no quarter, may be decided of as well.
        var decided = chosen is { } one
            ? lines.Find(l => l.Standing.Period == one) ?? Line(await desk.OfAsync(community, mutualisation, one, cancellationToken))
            : null;
        return await page.AnswerAsync<PeriodsPage>(new()
        {
            [nameof(PeriodsPage.Community)] = community,
            [nameof(PeriodsPage.Mutualisation)] = mutualisation,
            [nameof(PeriodsPage.Year)] = shown,
            [nameof(PeriodsPage.Years)] = Portal.Offered(desk.Today).Append(shown).Distinct().OrderDescending().ToList(),
            [nameof(PeriodsPage.Today)] = desk.Today,
            [nameof(PeriodsPage.Lines)] = lines,
            [nameof(PeriodsPage.Chosen)] = decided,
            [nameof(PeriodsPage.Outcome)] = decided is null ? null : PeriodOutcome.Of(decided.Standing, community, done, refused),
            [nameof(PeriodsPage.MayPush)] = context.Caller().May(Right.Push, community.Siren, mutualisation),
            [nameof(PeriodsPage.SimulatedDate)] = page.SimulatedDate,
        });
    }

    private static async Task<IResult> Approve(
        HttpContext context, string siren, string id, string period, Addressed addressed, PeriodDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = PeriodAsked.Of(period);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        var request = new ApprovalRequest(form["step"], form["reason"]);
        return await AnswerAsync(
            community,
            mutualisation.Value,
            asked,
            form["step"],
            desk.ApproveAsync(context.Caller(), community, mutualisation.Value, asked, request, cancellationToken));
    }

    private static async Task<IResult> Open(
        HttpContext context, string siren, string id, string period, Addressed addressed, PeriodDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = PeriodAsked.Of(period);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        var request = new OpeningRequest(form["until"], form["reason"]);
        return await AnswerAsync(
            community,
            mutualisation.Value,
            asked,
            PeriodOutcome.Opened,
            desk.OpenAsync(context.Caller(), community, mutualisation.Value, asked, request, cancellationToken));
    }

    private static async Task<IResult> AnswerAsync(
        Community community, Mutualisation mutualisation, Period period, string done, Task decision)
    {
        var back = PortalAddress.PeriodDecisions(community.Siren.ToString(), mutualisation.Id, period);
        try
        {
            await decision;
            return new SeeOther($"{back}&done={done}");
        }
        catch (RefusalException e) when (PeriodOutcome.Tells(e.Code))
        {
            return new SeeOther($"{back}&refused={e.Code}");
        }
    }

    private static PeriodLine LineOf(
        PeriodStanding standing, PeriodReceipts receipts, Caller caller, Community community, Mutualisation mutualisation, DateOnly today)
    {
        var (received, expected) = receipts.Of(standing.Period);
        var state = standing.Decided.State;
        return new PeriodLine(
            standing,
            received,
            expected,
            [
                .. Enum.GetValues<ApprovalStep>().Where(step =>
                    standing.Decided.Follows(step)
                    && !PeriodDesk.IsEarly(standing.Period, step, today)
                    && PeriodDesk.May(caller, community, mutualisation, step, state)),
            ],
            standing is { Closed: not null, IsOpenable: true } && caller.May(Right.Direct, community.Siren, mutualisation));
    }
}
