using System.Globalization;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Decide;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page on which a director validates and transmits the evaluation of a year, and decides what follows.</summary>
internal sealed class DecisionsPortal(
    PortalPage page,
    Addressed addressed,
    ReportStore reports,
    ReportShelf shelf,
    OutdatedVersions outdated,
    ReportActsDesk acts,
    DecisionDesk desk,
    DecisionStore decisions,
    NoticeStore notices,
    TimeProvider clock)
{
    private const string Service = "/communities/{siren}/mutualisations/{id}";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Service + "/decisions/{year}", (
            HttpContext context, string siren, string id, string year, string? done, DecisionsPortal decided, CancellationToken cancellationToken) =>
            decided.ShowAsync(context, siren, id, year, done, cancellationToken)).Require(Right.Read);
        portal.MapPost(Service + "/decisions/{year}", (
            HttpContext context, string siren, string id, string year, DecisionsPortal decided, CancellationToken cancellationToken) =>
            decided.DecideAsync(context, siren, id, year, cancellationToken)).Require(Right.Direct);
        portal.MapPost(ReportAddress.Template + "/validation", (
            HttpContext context, [AsParameters] ReportAddress address, DecisionsPortal decided, CancellationToken cancellationToken) =>
            decided.ValidateAsync(context, address, cancellationToken)).Require(Right.Direct);
        portal.MapPost(ReportAddress.Template + "/transmission", (
            HttpContext context, [AsParameters] ReportAddress address, DecisionsPortal decided, CancellationToken cancellationToken) =>
            decided.TransmitAsync(context, address, cancellationToken)).Require(Right.Direct);
    }

    private async Task<IResult> ShowAsync(
        HttpContext context, string siren, string id, string year, string? done, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var shown = await LoadAsync(context.Caller(), community, mutualisation.Value, YearAsked.Of(year), cancellationToken);
        return await AnswerAsync(context, shown, DecisionOutcome.Of(shown, done), null);
    }

    private async Task<IResult> ValidateAsync(
        HttpContext context, ReportAddress address, CancellationToken cancellationToken)
    {
        var (community, mutualisation, key) = await address.FindAsync(addressed, cancellationToken);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken, PortalForm.Long);
        return await TriedAsync(
            context, community, mutualisation, YearAsked.Of(address.Period), DecisionOutcome.Validated, null, () => acts.ValidateAsync(
                context.Caller(),
                mutualisation,
                key,
                address.Version,
                new ValidationRequest(form["function"], form["comment"]),
                cancellationToken), cancellationToken);
    }

    private async Task<IResult> TransmitAsync(
        HttpContext context, ReportAddress address, CancellationToken cancellationToken)
    {
        var (community, mutualisation, key) = await address.FindAsync(addressed, cancellationToken);
        return await TriedAsync(
            context, community, mutualisation, YearAsked.Of(address.Period), DecisionOutcome.Transmitted, null,
            () => acts.TransmitAsync(context.Caller(), community, mutualisation, key, address.Version, cancellationToken), cancellationToken);
    }

    private async Task<IResult> DecideAsync(
        HttpContext context, string siren, string id, string year, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var form = await PortalForm.ReadAsync(context.Request, cancellationToken, PortalForm.Long);
        var document = DecisionForm.Read(form);
        var terms = form.Terms;
        return await TriedAsync(
            context, community, mutualisation.Value, asked, DecisionOutcome.Decided, document,
            () => desk.DecideAsync(context.Caller(), community, mutualisation.Value, asked, document, terms, cancellationToken), cancellationToken);
    }

    // What is refused is told on the page, with what was written still in the form.
    private async Task<IResult> TriedAsync(
        HttpContext context,
        Community community,
        Mutualisation mutualisation,
        int year,
        string done,
        DecisionDocument? written,
        Func<Task> act,
        CancellationToken cancellationToken)
    {
        try
        {
            await act();
            var back = PortalAddress.Decisions(community.Siren.ToString(), mutualisation.Id, year.ToString("D4", CultureInfo.InvariantCulture));
            return new SeeOther($"{back}?done={done}");
        }
        catch (RefusalException e) when (e.Kind != RefusalKind.Unknown)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            return await RefusedAsync(PageOutcome.Of(e, DecisionForm.InWords));
        }
        catch (StaleDocumentException)
        {
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            return await RefusedAsync(PageOutcome.Unchanged("Quelqu’un a décidé entre-temps : lisez sa décision, puis corrigez-la s’il le faut."));
        }

        async Task<IResult> RefusedAsync(PageOutcome outcome) => await AnswerAsync(
            context,
            await LoadAsync(context.Caller(), community, mutualisation, year, cancellationToken),
            outcome,
            written);
    }

    private async Task<DecidedYear> LoadAsync(
        Caller caller, Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var key = ReportKey.OfYear(community.Siren, mutualisation.Id, year);
        var issues = await outdated.TellAsync(
            community.Siren, await shelf.VersionsAsync(caller, key, mutualisation, cancellationToken), cancellationToken);
        var published = issues is [.., var latest] ? await PublishedReport.ReadAsync(reports, latest.Version, cancellationToken) : null;
        var told = new List<Notice>();
        await foreach (var kept in notices.ListAsync(community.Siren, null, mutualisation.Id, null, cancellationToken))
        {
            if (kept.Notice.Due.Kind == CalendarKind.Transmission
                && kept.Notice.Due.Occurrence.StartsWith(TransmissionWords.OccurrencesOf(key.Period), StringComparison.Ordinal))
            {
                told.Add(kept.Notice);
            }
        }

        return new DecidedYear(
            community,
            mutualisation,
            year,
            issues,
            published?.Received,
            published?.ProposalSentence,
            await decisions.HistoryAsync(community.Siren, mutualisation.Id, year, cancellationToken),
            told,
            ParisTime.DateOf(clock.GetUtcNow()));
    }

    private Task<IResult> AnswerAsync(HttpContext context, DecidedYear shown, PageOutcome? outcome, DecisionDocument? written) =>
        page.AnswerAsync<DecisionsPage>(new()
        {
            [nameof(DecisionsPage.Shown)] = shown,
            [nameof(DecisionsPage.Outcome)] = outcome,
            [nameof(DecisionsPage.Written)] = written,
            [nameof(DecisionsPage.MayDecide)] = context.Caller().May(Right.Direct, shown.Community.Siren, shown.Mutualisation),
            [nameof(DecisionsPage.MaySend)] = context.Caller().May(Right.Direct, shown.Community.Siren),
            [nameof(DecisionsPage.SimulatedDate)] = page.SimulatedDate,
        });
}
