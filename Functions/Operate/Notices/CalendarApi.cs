using System.Globalization;
using Evaluation.Core.Calendar;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Operate.Notices;

internal sealed record CalendarAnswer(
    DateOnly On,
    string Zone,
    CalendarOwner Owner,
    IReadOnlyList<OverdueEntry> Overdue,
    IReadOnlyList<DeadlineEntry> Deadlines,
    IReadOnlyList<DeadlineEntry> CommunityDeadlines);

internal sealed record CalendarOwner(string Referent, string? Mailbox);

internal sealed record OverdueEntry(
    string Period,
    DateOnly DueOn,
    int DaysLate,
    string State,
    int Expected,
    int Missing,
    int ReceivedLate,
    IReadOnlyList<MissingByIndicator> ByIndicator,
    IReadOnlyList<MissingByMember> ByMember);

internal sealed record MissingByIndicator(string Indicator, string Label, int Missing);

internal sealed record MissingByMember(string? Member, string? Name, int Missing);

internal sealed record DeadlineEntry(string Kind, string Key, DateOnly On, string What, string Advice);

/// <summary>The calendar of a service on a day.</summary>
internal static class CalendarApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/communities/{siren}/mutualisations/{id}/calendar", Get).Require(Right.Read)
            .WithSummary("Le calendrier du service : périodes en retard, valeurs qui manquent, prochaines échéances.")
            .Day("on", "Le jour dont on parle ; aujourd’hui à défaut.")
            .Answers(() => NoticesJson.Answers.CalendarAnswer);

    private static async Task<IResult> Get(
        string siren,
        string id,
        string? on,
        Addressed addressed,
        ServiceCalendars calendars,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var day = DayOf(on, ParisTime.DateOf(clock.GetUtcNow()));
        var facts = await calendars.LoadAsync(community, mutualisation.Value, day.Year, day, cancellationToken);
        var calendar = facts.On(day);
        return Results.Json(
            new CalendarAnswer(
                day,
                "Europe/Paris",
                new CalendarOwner(mutualisation.Value.Referent, mutualisation.Value.Governance.ContactMailbox),
                [.. calendar.Overdue.Select(Entry)],
                [.. calendar.Next.Select(Entry)],
                [.. CommunityDeadlines.Next(community, day).Select(Entry)]),
            NoticesJson.Answers.CalendarAnswer);
    }

    private static DateOnly DayOf(string? text, DateOnly today)
    {
        if (text is null)
        {
            return today;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > Period.MinYear and < Period.MaxYear
                ? day
                : throw Refusals.DateInvalid.Refused(Period.MinYear + 1, Period.MaxYear - 1);
    }

    private static OverdueEntry Entry(OverduePeriod overdue) => new(
        overdue.Period.ToString(),
        overdue.Period.DueOn,
        overdue.DaysLate,
        overdue.IsClosed ? "missing" : "late",
        overdue.Expected,
        overdue.Missing,
        overdue.ReceivedLate,
        [.. overdue.ByIndicator.Select(i => new MissingByIndicator(i.Definition.Code, i.Definition.Label, i.Missing))],
        [.. overdue.ByMember.Select(m => new MissingByMember(m.Member?.Siren.ToString(), m.Member?.Name, m.Missing))]);

    private static DeadlineEntry Entry(Deadline deadline) =>
        new(DomainCode.Of(deadline.Kind), deadline.Key, deadline.On, deadline.What, deadline.Advice);
}
