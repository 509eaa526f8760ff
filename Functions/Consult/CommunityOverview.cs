using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Functions.Consult;

/// <summary>A service as the home of its community shows it: in the year that is looked at, and where it stands today.</summary>
public sealed record ServiceAtHome(ServiceYear InYear, ServiceToday Today);

/// <summary>What a director sees first of a community.</summary>
/// <param name="Count">Services there are, listed or not.</param>
/// <param name="Waiting">The acts that wait for the reader, of all services, whatever is looked for; those whose day passed first.</param>
/// <param name="Rows">The services that are looked for, in the order asked for.</param>
/// <param name="Forms">The legal forms there are to choose from, in the order of the law.</param>
/// <param name="Alerts">Of all services, whatever is looked for; the gravest first.</param>
/// <param name="Dates">The first to come, of all services and of the community.</param>
public sealed record CommunityOverview(
    int Count,
    IReadOnlyList<WaitingAct> Waiting,
    IReadOnlyList<OverviewRow> Rows,
    IReadOnlyList<LegalForm> Forms,
    IReadOnlyList<OverviewAlert> Alerts,
    IReadOnlyList<DateToCome> Dates)
{
    private const int MostDates = 6;

    /// <summary>Cost of the listed services in euros; null when none is known.</summary>
    public decimal? Full => Rows.Any(r => r.Full is not null) ? Rows.Sum(r => r.Full ?? 0) : null;

    /// <summary>Listed services whose cost is not known: the sum lacks them.</summary>
    public int WithoutCost => Rows.Count(r => r.Full is null);

    /// <summary>Values late today of the listed services.</summary>
    public int LateValues => Rows.Sum(r => r.LateValues);

    /// <summary>The overview; what is looked for narrows the list and hides neither act, alert nor date.</summary>
    /// <param name="community">Whose services they are.</param>
    /// <param name="services">All that the reader may see.</param>
    /// <param name="waiting">The acts of a service that wait for the reader.</param>
    /// <param name="asked">Which are listed, in what order.</param>
    /// <param name="today">In Europe/Paris.</param>
    internal static CommunityOverview Of(
        Community community,
        IReadOnlyList<ServiceAtHome> services,
        Func<ServiceToday, IEnumerable<WaitingAct>> waiting,
        OverviewAsked asked,
        DateOnly today)
    {
        var rows = services.Select(s => OverviewRow.Of(s.InYear, s.Today)).ToList();
        return new CommunityOverview(
            services.Count,
            WaitingActs.InOrder(services.SelectMany(s => waiting(s.Today))),
            asked.InOrder(rows.Where(asked.Takes)),
            [.. rows.Select(r => r.Form).Distinct().Order()],
            [.. services.SelectMany(s => OverviewAlerts.Of(s.InYear, today)).OrderByDescending(a => a.State == TargetStatus.Missed)],
            DateToCome.First(
                community,
                services.SelectMany(s => s.Today.Calendar.Next.Select(deadline => (deadline, s.InYear.Report.Cover.Label))),
                CommunityDeadlines.Next(community, today),
                MostDates));
    }
}
