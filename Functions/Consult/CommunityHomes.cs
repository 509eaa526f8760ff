using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>Loads what the home of a community shows: each service in a year, and where it stands today.</summary>
internal sealed class CommunityHomes(
    ServiceYears years, ServiceCalendars calendars, CostStore costs, DecisionStore decisions)
{
    private const int AtOnce = 4;

    /// <summary>The services that the caller reads; the reports of the whole community, null for who does not read all of it.</summary>
    public async Task<(IReadOnlyList<ServiceAtHome> Services, IReadOnlyList<ReportIssue>? Papers)> LoadAsync(
        Caller caller, Community community, int year, CancellationToken cancellationToken)
    {
        var decided = decisions.ListAsync(community.Siren, cancellationToken);
        var (services, papers) = await years.AllAsync(
            caller, community, year, m => caller.May(Right.Read, community.Siren, m), cancellationToken);
        var decisionsOf = (await decided).ToLookup(d => d.Mutualisation, StringComparer.Ordinal);
        var home = new List<ServiceAtHome>();
        foreach (var few in services.Chunk(AtOnce))
        {
            home.AddRange(await Task.WhenAll(few.Select(async service => new ServiceAtHome(
                service,
                await TodayAsync(
                    community,
                    service,
                    decisionsOf[service.Mutualisation.Id].ToDictionary(d => d.Year, d => d.Decision.Value),
                    cancellationToken)))));
        }

        return (home, papers);
    }

    private async Task<ServiceToday> TodayAsync(
        Community community, ServiceYear service, IReadOnlyDictionary<int, Decision> decided, CancellationToken cancellationToken)
    {
        var (mutualisation, today) = (service.Mutualisation, years.Today);
        var known = costs.ListAsync(community, mutualisation.Id, cancellationToken);
        var facts = await calendars.LoadAsync(community, mutualisation, today.Year, today, cancellationToken);
        return new ServiceToday(mutualisation, facts.On(today), facts.Dossier.Closed, await known, service.Issues, decided)
        {
            UnsplitYear = service.Report.Split.Obstacle is null ? null : service.Report.Cover.Year,
        };
    }
}
