using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Inform;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page of a member: what it pays and why, what it is asked, its units to confirm.</summary>
internal sealed class MemberPortal(PortalPage page, Addressed addressed, MemberYears years, UnitsDesk desk)
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
        var told = await years.OfAsync(
            context.Caller(), community, Addressed.Member(community, member), InformApi.YearOf(year, years.Today), cancellationToken);
        return await AnswerAsync(context, community, told, UnitsOutcome.Of(StatesOf(told), done), null);
    }

    private async Task<IResult> AnswerUnitsAsync(
        HttpContext context, string siren, string id, string member, string period, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var (of, asked) = (Addressed.Member(community, member), UnitsTerms.PeriodOf(period));
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken, PortalForm.Long);
        var document = UnitsForm.Read(form);
        try
        {
            await desk.AnswerAsync(
                context.Caller(), community, mutualisation.Value, of, asked, document, PortalForm.TermsOf(form), cancellationToken);
            return new SeeOther($"{PortalAddress.Member(siren, of.Siren.ToString(), asked.Year)}&done={document.State}#unites");
        }
        catch (RefusalException e) when (e.Kind != RefusalKind.Unknown)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            return await RefusedAsync(e.Errors is { Count: > 1 } several ? string.Join(' ', several.Select(p => p.Message)) : e.Message);
        }
        catch (StaleDocumentException)
        {
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            return await RefusedAsync("Quelqu’un a répondu entre-temps : lisez sa réponse, puis donnez la vôtre s’il le faut.");
        }

        async Task<IResult> RefusedAsync(string why) => await AnswerAsync(
            context,
            community,
            await years.OfAsync(context.Caller(), community, of, asked.Year, cancellationToken),
            PageOutcome.Refused($"Rien n’a été changé. {why}"),
            new WrittenUnits(mutualisation.Value.Id, asked.ToString(), document));
    }

    private static List<UnitsState> StatesOf(MemberYear told) =>
        [.. told.Services.SelectMany(s => s.Units).Select(u => DomainCode.TryParse<UnitsState>(u.State, out var state) ? state : default)];

    private Task<IResult> AnswerAsync(
        HttpContext context, Community community, MemberYear told, PageOutcome? outcome, WrittenUnits? written) => page.AnswerAsync<MemberPage>(new()
        {
            [nameof(MemberPage.Community)] = community,
            [nameof(MemberPage.Told)] = told,
            [nameof(MemberPage.Years)] = Portal.Offered(years.Today),
            [nameof(MemberPage.Outcome)] = outcome,
            [nameof(MemberPage.Written)] = written,
            [nameof(MemberPage.MayAnswer)] = context.Caller().Towards(Siren.Parse(told.Member.Siren)).Grants.Any(g =>
                g.Rights.Contains(Right.Confirm) && (g.Community is null || g.Community == community.Siren)),
            [nameof(MemberPage.SimulatedDate)] = page.SimulatedDate,
        });
}
