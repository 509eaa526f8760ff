using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page on which the amounts of a year are settled and opened, and the states of its calls said.</summary>
internal sealed class AccountsPortal(
    PortalPage page, Addressed addressed, DossierLoader dossiers, SettlingDesk settling, CallDesk calls, TimeProvider clock)
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/accounts/{year}";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Address, (
            HttpContext context, string siren, string id, string year, string? call, string? done, AccountsPortal accounts, CancellationToken cancellationToken) =>
            accounts.ShowAsync(context, siren, id, year, call, done, cancellationToken)).Require(Right.Read);
        portal.MapPost(Address + "/settlement", (
            HttpContext context, string siren, string id, string year, AccountsPortal accounts, CancellationToken cancellationToken) =>
            accounts.SettleAsync(context, siren, id, year, cancellationToken)).Require(Right.Settle);
        portal.MapPost(Address + "/openings", (
            HttpContext context, string siren, string id, string year, AccountsPortal accounts, CancellationToken cancellationToken) =>
            accounts.OpenAsync(context, siren, id, year, cancellationToken)).Require(Right.Direct);
        portal.MapPost(Address + "/calls/proposed", (
            HttpContext context, string siren, string id, string year, AccountsPortal accounts, CancellationToken cancellationToken) =>
            accounts.TakeAsync(context, siren, id, year, cancellationToken)).Require(Right.KeepAccounts);
        portal.MapPost(Address + "/calls/{call}/state", (
            HttpContext context, string siren, string id, string year, string call, AccountsPortal accounts, CancellationToken cancellationToken) =>
            accounts.SayAsync(context, siren, id, year, call, cancellationToken)).Require(Right.KeepAccounts);
    }

    private DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    private async Task<IResult> ShowAsync(
        HttpContext context, string siren, string id, string year, string? call, string? done, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var shown = await LoadAsync(community, mutualisation.Value, YearAsked.Of(year), cancellationToken);
        var chosen = shown.Calls.FirstOrDefault(c => c.Id == call);
        return await AnswerAsync(context, shown, chosen, AccountsOutcome.Of(shown, done, chosen), null);
    }

    private async Task<IResult> SettleAsync(HttpContext context, string siren, string id, string year, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        return await TriedAsync(
            context, community, mutualisation.Value, asked, null, AccountsOutcome.Settled, form, () => settling.SettleAsync(
                context.Caller(), community, mutualisation.Value, asked, new SettlingRequest(form["function"]), cancellationToken), cancellationToken);
    }

    private async Task<IResult> OpenAsync(HttpContext context, string siren, string id, string year, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        return await TriedAsync(
            context, community, mutualisation.Value, asked, null, AccountsOutcome.Opened, form, () => settling.OpenAsync(
                context.Caller(), community, mutualisation.Value, asked, new OpeningRequest(form["until"], form["reason"]), cancellationToken), cancellationToken);
    }

    private async Task<IResult> SayAsync(
        HttpContext context, string siren, string id, string year, string call, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        var document = new CallStandingDocument { State = form["state"], On = form["on"], Comment = form["comment"], Seen = form["seen"] };
        return await TriedAsync(
            context, community, mutualisation.Value, asked, call, AccountsOutcome.Said, form, () => calls.SayAsync(
                context.Caller(), community, mutualisation.Value, asked, call, document, cancellationToken), cancellationToken);
    }

    private async Task<IResult> TakeAsync(HttpContext context, string siren, string id, string year, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken);
        return await TriedAsync(
            context, community, mutualisation.Value, asked, null, AccountsOutcome.Taken, form,
            () => calls.TakeAsync(community, mutualisation.Value, asked, cancellationToken), cancellationToken);
    }

    // What is refused is told on the page, with what was written still in the form.
    private async Task<IResult> TriedAsync(
        HttpContext context,
        Community community,
        Mutualisation mutualisation,
        int year,
        string? call,
        string done,
        PortalForm written,
        Func<Task> act,
        CancellationToken cancellationToken)
    {
        try
        {
            await act();
            return new SeeOther(PortalAddress.Accounts(community.Siren.ToString(), mutualisation.Id, year, call, done));
        }
        catch (RefusalException e) when (e.Kind != RefusalKind.Unknown)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            var shown = await LoadAsync(community, mutualisation, year, cancellationToken);
            return await AnswerAsync(context, shown, shown.Calls.FirstOrDefault(c => c.Id == call), PageOutcome.Of(e), written);
        }
    }

    private async Task<AccountsYear> LoadAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var today = Today;
        var known = calls.OfYearAsync(community, mutualisation, year, cancellationToken);
        var loaded = await dossiers.LoadAsync(community, mutualisation, year, today, cancellationToken);
        var evaluation = AnnualEvaluation.Of(loaded.Dossier);
        return new AccountsYear(
            community,
            mutualisation,
            year,
            evaluation.WhyNotEvaluated,
            evaluation.WhyNotEvaluated is null ? AnnualReport.Of(evaluation, new ReportEdition(0, "", today), YearDecisions.None).Split.Settlement : null,
            loaded.Dossier.Settled,
            await known,
            today)
        {
            IsSplit = evaluation.WhyNotEvaluated is null && evaluation.Allocation.Allocation is not null,
            IsAsSettled = loaded.Dossier.Settled.Find(year) is { } settled && settled.Last.Fingerprint == Fingerprint.OfAccounts(evaluation),
            Proposed = loaded.Dossier.Closed.FindAccounts(year) is null && loaded.Dossier.CostsOf(year) is { } costs && costs.Calls.All(c => c.Kind != CallKind.Provisional)
                ? ProposedCalls.Of(mutualisation, year, costs.Total(CostStage.Forecast)).Value
                : null,
        };
    }

    private Task<IResult> AnswerAsync(HttpContext context, AccountsYear shown, KnownCall? chosen, PageOutcome? outcome, PortalForm? written)
    {
        bool May(Right right) => context.Caller().May(right, shown.Community.Siren, shown.Mutualisation);
        return page.AnswerAsync<AccountsPage>(new()
        {
            [nameof(AccountsPage.Shown)] = shown,
            [nameof(AccountsPage.Years)] = Portal.Offered(shown.Today).Append(shown.Year).Distinct().OrderDescending().ToList(),
            [nameof(AccountsPage.Chosen)] = chosen,
            [nameof(AccountsPage.Outcome)] = outcome,
            [nameof(AccountsPage.Written)] = written,
            [nameof(AccountsPage.MaySettle)] = May(Right.Settle),
            [nameof(AccountsPage.MayOpen)] = May(Right.Direct),
            [nameof(AccountsPage.MaySay)] = May(Right.KeepAccounts),
            [nameof(AccountsPage.SimulatedDate)] = page.SimulatedDate,
        });
    }
}
