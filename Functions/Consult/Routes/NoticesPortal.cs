using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page of what is late, what comes next and what was told to whom.</summary>
internal static class NoticesPortal
{
    private static readonly RefusalCode[] Told = [EdgeRefusals.NoticeSent, EdgeRefusals.NoticeBusy, EdgeRefusals.NoticeAttempts];

    private const int Shown = 25;
    private const int AtOnce = 4;

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/communities/{siren}/calendar", Show).Require(Right.Read);
        portal.MapPost("/communities/{siren}/notices/{noticeId}/attempts", Send).Require(Right.Direct);
    }

    private static async Task<IResult> Show(
        HttpContext context,
        string siren,
        string? after,
        string? tried,
        string? refused,
        PortalPage page,
        Addressed addressed,
        Registry registry,
        ServiceCalendars calendars,
        NoticeDesk desk,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var caller = context.Caller();
        var (notices, next) = await desk.PageAsync(community.Siren, caller, null, null, after, Shown, cancellationToken);
        return await page.AnswerAsync<CalendarPage>(new()
        {
            [nameof(CalendarPage.Community)] = community,
            [nameof(CalendarPage.Services)] = await ServicesAsync(
                community, caller, registry, calendars, ParisTime.DateOf(clock.GetUtcNow()), cancellationToken),
            [nameof(CalendarPage.CommunityDates)] = CommunityDeadlines.Next(community, ParisTime.DateOf(clock.GetUtcNow())),
            [nameof(CalendarPage.Notices)] = notices,
            [nameof(CalendarPage.Next)] = next,
            [nameof(CalendarPage.MaySend)] = caller.May(Right.Direct, community.Siren),
            [nameof(CalendarPage.Outcome)] = refused is not null ? PageOutcome.Refused(Told, refused)
                : tried is not null ? OutcomeOf(await desk.FindAsync(community.Siren, caller, tried, cancellationToken))
                : null,
            [nameof(CalendarPage.SimulatedDate)] = page.SimulatedDate,
        });
    }

    private static async Task<IReadOnlyList<ServiceDates>> ServicesAsync(
        Community community,
        Caller caller,
        Registry registry,
        ServiceCalendars calendars,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        var all = await registry.ListMutualisationsAsync(community, cancellationToken);
        var services = new List<ServiceDates>();
        foreach (var few in all.Select(m => m.Value).Where(m => caller.May(Right.Read, community.Siren, m)).Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(async mutualisation => new ServiceDates(
                mutualisation,
                (await calendars.LoadAsync(community, mutualisation, today.Year, today, cancellationToken)).On(today)))));
        }

        return services;
    }

    private static async Task<IResult> Send(string siren, string noticeId, NoticeDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            await desk.SendAsync(siren, noticeId, cancellationToken);
            return new SeeOther($"{PortalAddress.Calendar(siren)}?tried={Uri.EscapeDataString(noticeId)}");
        }
        catch (RefusalException e) when (PageOutcome.Refused(Told, e.Code) is not null)
        {
            return new SeeOther($"{PortalAddress.Calendar(siren)}?refused={e.Code}");
        }
    }

    private static PageOutcome? OutcomeOf(Notice? notice) => notice switch
    {
        null => null,
        { State: NoticeState.Sent } => PageOutcome.Done($"Avis envoyé : {notice.Due.Subject}."),
        _ => PageOutcome.Refused($"L’avis n’est pas parti : {notice.Due.Subject}. {notice.Outcome}"),
    };
}
