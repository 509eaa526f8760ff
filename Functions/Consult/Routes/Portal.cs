using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The pages that directors consult.</summary>
internal sealed class Portal(Site site)
{
    private const int YearsOffered = 3;
    private const int SubmissionsShown = 20;
    private const string Service = "/communities/{siren}/mutualisations/{id}";

    [Function(nameof(Portal))]
    public Task RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "post", "put", "delete", "head", "options", "patch", Route = "portal/{*path}")]
        HttpRequest request) => site.RunAsync(request.HttpContext);

    public static void Map(IEndpointRouteBuilder site)
    {
        var portal = site.MapGroup(PortalAddress.Home).WithMetadata(PageAsked.Mark).WithinPatience();
        portal.MapGet("/", Home).Require(Right.Known);
        portal.MapGet("/communities", Communities).Require(Right.Known);
        LookRoutes.Map(portal);
        portal.MapGet("/help", Help).Require(Right.Known);
        DevelopersPortal.Map(portal);
        portal.MapGet("/communities/{siren}", CommunityOf).Require(Right.Known);
        portal.MapGet(Service, MutualisationOf).Require(Right.Read);
        portal.MapGet(Service + "/submissions/{submissionId}", SubmissionOf).Require(Right.Read);
        portal.MapGet(ReportAddress.Template + "/{**file}", ReportDownload.AnswerAsync).Require(Right.ReadPublished);
        CommunityReports.MapFiles(portal);
        MemberReports.MapFiles(portal);
        PeriodsPortal.Map(portal);
        DecisionsPortal.Map(portal);
        AccountsPortal.Map(portal);
        UnitsPortal.Map(portal);
        MemberPortal.Map(portal);
        ValueHistoryPortal.Map(portal);
        DepositPortal.Map(portal);
        EntryPortal.Map(portal);
        PoisonPortal.Map(portal);
        NoticesPortal.Map(portal);
        SubscriptionsPortal.Map(portal);
        MemberSubscriptionsPortal.Map(portal);
        SignIn.Map(portal, site.ServiceProvider);
        portal.MapUnknown(site).Require(Right.Known);
    }

    // Who has one community has nothing to choose: its home is theirs.
    private static async Task<IResult> Home(
        HttpContext context, PortalPage page, Registry registry, ServiceYears years, CancellationToken cancellationToken) =>
        await SeenAsync(context.Caller(), registry, cancellationToken) is [var only]
            ? new SeeOther(PortalAddress.Community(only.Siren.ToString()))
            : await Communities(context, page, registry, years, cancellationToken);

    private static async Task<IResult> Communities(
        HttpContext context, PortalPage page, Registry registry, ServiceYears years, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        return await page.AnswerAsync<HomePage>(new()
        {
            [nameof(HomePage.Communities)] = await SeenAsync(caller, registry, cancellationToken),
            [nameof(HomePage.Year)] = years.Today.Year,
            [nameof(HomePage.MayAdminister)] = caller.May(Right.Administer),
            [nameof(HomePage.SimulatedDate)] = page.SimulatedDate,
        });
    }

    private static async Task<IReadOnlyList<Core.Communities.Community>> SeenAsync(
        Caller caller, Registry registry, CancellationToken cancellationToken) =>
        [.. (await registry.ListCommunitiesAsync(cancellationToken)).Select(c => c.Value).Where(c => caller.Sees(c.Siren))];

    private static Task<IResult> Help(PortalPage page) => page.AnswerAsync<HelpPage>([]);

    private static async Task<IResult> CommunityOf(
        HttpContext context,
        string siren,
        string? year,
        string? q,
        string? verdict,
        string? form,
        string? state,
        string? sort,
        PortalPage page,
        Addressed addressed,
        ServiceYears years,
        CommunityHomes homes,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var caller = context.Caller();
        if (!caller.May(Right.Read, community.Siren))
        {
            return await page.AnswerAsync<MemberReportsPage>(new()
            {
                [nameof(MemberReportsPage.Community)] = community,
                [nameof(MemberReportsPage.Services)] = await years.ReportsAsync(
                    caller, community, m => caller.May(Right.ReadPublished, community.Siren, m), cancellationToken),
                [nameof(MemberReportsPage.Own)] = caller.Grants
                    .Select(g => g.Member is { } own ? community.Find(own.ToString()) : null)
                    .OfType<Core.Communities.Member>()
                    .Distinct()
                    .ToList(),
                [nameof(MemberReportsPage.SimulatedDate)] = page.SimulatedDate,
            });
        }

        var shown = YearAsked.OrLast(year, years.Today);
        var asked = OverviewAsked.Of(q, verdict, form, state, sort);
        var (services, papers) = await homes.LoadAsync(caller, community, shown, cancellationToken);
        bool May(Right right, ServiceToday service) => caller.May(right, community.Siren, service.Mutualisation);
        return await page.AnswerAsync<CommunityPage>(new()
        {
            [nameof(CommunityPage.Community)] = community,
            [nameof(CommunityPage.Overview)] = CommunityOverview.Of(
                community,
                services,
                service => WaitingActs.Of(
                    community.Siren.ToString(), service, May(Right.Direct, service), May(Right.Settle, service), years.Today),
                asked,
                years.Today),
            [nameof(CommunityPage.Late)] = services
                .Where(s => s.Today.LateValues > 0)
                .Select(s => new ServiceDates(s.Today.Mutualisation, s.Today.Calendar))
                .ToList(),
            [nameof(CommunityPage.Acts)] = services.Any(s => May(Right.Direct, s.Today) || May(Right.Settle, s.Today)),
            [nameof(CommunityPage.Papers)] = papers,
            [nameof(CommunityPage.Year)] = shown,
            [nameof(CommunityPage.Years)] = Offered(years.Today),
            [nameof(CommunityPage.Asked)] = asked,
            [nameof(CommunityPage.Today)] = years.Today,
            [nameof(CommunityPage.SimulatedDate)] = page.SimulatedDate,
        });
    }

    private static async Task<IResult> MutualisationOf(
        HttpContext context,
        string siren,
        string id,
        string? year,
        string? member,
        PortalPage page,
        Addressed addressed,
        ServiceYears years,
        SubmissionLog log,
        SourceStates sources,
        CollectPlan collect,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var source = mutualisation.Value.Source is { } declared
            ? await sources.OfAsync(community.Siren, mutualisation.Value.Id, declared, cancellationToken)
            : null;
        var service = years.OneAsync(context.Caller(), community, mutualisation.Value, YearAsked.OrLast(year, years.Today), cancellationToken);
        var submissions = log.LatestAsync(community.Siren, mutualisation.Value.Id, SubmissionsShown, cancellationToken);
        return await page.AnswerAsync<MutualisationPage>(new()
        {
            [nameof(MutualisationPage.Service)] = await service,
            [nameof(MutualisationPage.Submissions)] = await submissions,
            [nameof(MutualisationPage.SourceState)] = source,
            [nameof(MutualisationPage.NextPull)] = source is null ? null : collect.NextAfterNow(mutualisation.Value.Source!, source),
            [nameof(MutualisationPage.Years)] = Offered(years.Today),
            [nameof(MutualisationPage.Member)] = member,
            [nameof(MutualisationPage.MayPush)] = context.Caller().May(Right.Push, community.Siren, mutualisation.Value),
            [nameof(MutualisationPage.SimulatedDate)] = page.SimulatedDate,
        });
    }

    private static async Task<IResult> SubmissionOf(
        HttpContext context,
        string siren,
        string id,
        string submissionId,
        PortalPage page,
        Addressed addressed,
        SubmissionLog log,
        Journal journal,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var submission = SubmissionId.TryParse(submissionId, out var wanted)
            ? await log.FindAsync(community.Siren, mutualisation.Value.Id, wanted, cancellationToken)
            : null;
        var answer = submission is null
            ? null
            : await journal.FindAnswerAsync(community.Siren, mutualisation.Value.Id, submission.Id, cancellationToken);
        if (submission is null || (answer is null && submission.State != SubmissionState.Applied))
        {
            throw EdgeRefusals.SubmissionUnknown.Refused();
        }

        return await page.AnswerAsync<SubmissionPage>(new()
        {
            [nameof(SubmissionPage.Community)] = community,
            [nameof(SubmissionPage.Mutualisation)] = mutualisation.Value,
            [nameof(SubmissionPage.Submission)] = submission,
            [nameof(SubmissionPage.MayPush)] = context.Caller().May(Right.Push, community.Siren, mutualisation.Value),
            [nameof(SubmissionPage.Answer)] = WrittenAnswer.FindReadable(submission.Id, answer)?.Answer,
            [nameof(SubmissionPage.SimulatedDate)] = page.SimulatedDate,
        });
    }

    /// <summary>Years to choose from, the latest first.</summary>
    public static IReadOnlyList<int> Offered(DateOnly today) =>
        [.. Enumerable.Range(0, YearsOffered).Select(back => today.Year - back)];
}
