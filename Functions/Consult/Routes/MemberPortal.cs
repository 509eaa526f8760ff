using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Inform;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page of a member: what it pays and why, what it is asked, its units to confirm.</summary>
internal sealed class MemberPortal(PortalPage page, Addressed addressed, MemberYears years, ReportShelf shelf, UnitsDesk desk, Registry registry)
{
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/communities/{siren}/members/{member}", (
            HttpContext context, string siren, string member, string? year, string? done, MemberPortal own, CancellationToken cancellationToken) =>
            own.ShowAsync(context, siren, member, year, done, cancellationToken)).Require(Right.ReadMember);
        portal.MapPost("/communities/{siren}/mutualisations/{id}/members/{member}/units/{period}", (
            HttpContext context, string siren, string id, string member, string period, MemberPortal own, CancellationToken cancellationToken) =>
            own.AnswerUnitsAsync(context, siren, id, member, period, cancellationToken)).Require(Right.Confirm);
    }

    private async Task<IResult> ShowAsync(
        HttpContext context, string siren, string member, string? year, string? done, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var (told, drafts) = await years.ShownAsync(
            context.Caller(), community, Addressed.Member(community, member), YearAsked.OrLast(year, years.Today), cancellationToken);
        return await AnswerAsync(context, community, (told, drafts), UnitsOutcome.Of(StatesOf(told), done), null, cancellationToken);
    }

    private async Task<IResult> AnswerUnitsAsync(
        HttpContext context, string siren, string id, string member, string period, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var (of, asked) = (Addressed.Member(community, member), PeriodAsked.Of(period));
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken, PortalForm.Long);
        var document = UnitsForm.Read(form);
        try
        {
            await desk.AnswerAsync(
                context.Caller(), community, mutualisation.Value, of, asked, document, form.Terms, cancellationToken);
            return new SeeOther($"{PortalAddress.Member(siren, of.Siren.ToString(), asked.Year)}&done={document.State}#unites");
        }
        catch (RefusalException e) when (e.Kind != RefusalKind.Unknown)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            return await RefusedAsync(PageOutcome.Of(e));
        }
        catch (StaleDocumentException)
        {
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            return await RefusedAsync(PageOutcome.Unchanged("Quelqu’un a répondu entre-temps : lisez sa réponse, puis donnez la vôtre s’il le faut."));
        }

        async Task<IResult> RefusedAsync(PageOutcome outcome) => await AnswerAsync(
            context,
            community,
            await years.ShownAsync(context.Caller(), community, of, asked.Year, cancellationToken),
            outcome,
            new WrittenUnits(mutualisation.Value.Id, asked.ToString(), document),
            cancellationToken);
    }

    private static List<UnitsState> StatesOf(MemberYear told) =>
        [.. told.Services.SelectMany(s => s.Units).Select(u => DomainCode.TryParse<UnitsState>(u.State, out var state) ? state : default)];

    private async Task<IResult> AnswerAsync(
        HttpContext context,
        Community community,
        (MemberYear Told, MemberYear? Drafts) shown,
        PageOutcome? outcome,
        WrittenUnits? written,
        CancellationToken cancellationToken)
    {
        var told = shown.Told;
        var towards = context.Caller().Towards(Siren.Parse(told.Member.Siren));
        var services = await registry.ListMutualisationsAsync(community, cancellationToken);
        var published = await shelf.OfMemberAsync(towards, community.Siren, Siren.Parse(told.Member.Siren), cancellationToken);
        return await page.AnswerAsync<MemberPage>(new()
        {
            [nameof(MemberPage.Community)] = community,
            [nameof(MemberPage.Told)] = told,
            [nameof(MemberPage.Drafts)] = shown.Drafts,
            [nameof(MemberPage.Published)] = published
                .Where(issue => issue.Version.Key.Period == Period.OfYear(told.Year).ToString())
                .Reverse()
                .ToList(),
            [nameof(MemberPage.Years)] = Portal.Offered(years.Today),
            [nameof(MemberPage.Outcome)] = outcome,
            [nameof(MemberPage.Written)] = written,
            [nameof(MemberPage.Answerable)] = services.Select(m => m.Value)
                .Where(m => towards.May(Right.Confirm, community.Siren, m))
                .Select(m => m.Id)
                .ToHashSet(StringComparer.Ordinal),
            [nameof(MemberPage.SimulatedDate)] = page.SimulatedDate,
        });
    }
}
