using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult;

/// <summary>Loads what the home of a community shows: each service in a year, and where it stands today.</summary>
internal sealed class CommunityHomes(
    Registry registry, DossierLoader dossiers, ReportShelf shelf, DecisionStore decisions, TimeProvider clock)
{
    private const int AtOnce = 4;

    /// <summary>The services that the caller reads, by label; the reports of the whole community, null for who does not read all of it.</summary>
    public async Task<(IReadOnlyList<ServiceAtHome> Services, IReadOnlyList<ReportIssue>? Papers)> LoadAsync(
        Caller caller, Community community, int year, CancellationToken cancellationToken)
    {
        var deciding = decisions.ListAsync(community.Siren, cancellationToken);
        var mutualisations = (await registry.ListMutualisationsAsync(community, cancellationToken))
            .Select(m => m.Value)
            .Where(m => caller.May(Right.Read, community.Siren, m))
            .OrderBy(m => m.Label, StringComparer.Ordinal)
            .ToList();
        var issues = await shelf.ListAsync(caller, community, mutualisations, cancellationToken);
        var decided = (await deciding).ToLookup(d => d.Mutualisation, StringComparer.Ordinal);
        var services = new List<ServiceAtHome>();
        foreach (var few in mutualisations.Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(m => OfAsync(
                community, m, year, issues[m.Id], decided[m.Id].ToDictionary(d => d.Year, d => d.Decision), cancellationToken))));
        }

        return (services, issues.GetValueOrDefault(ReportKey.WholeCommunity));
    }

    private async Task<ServiceAtHome> OfAsync(
        Community community,
        Mutualisation mutualisation,
        int year,
        IReadOnlyList<ReportIssue> issues,
        Dictionary<int, KeptDecision> decided,
        CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var loaded = await dossiers.LoadAsync(community, mutualisation, [year, today.Year], today, cancellationToken);
        var inYear = ServiceYear.Of(
            loaded[0].Dossier, DecidedYears.Of(decided.GetValueOrDefault(year), decided.GetValueOrDefault(year - 1)), issues);
        return new ServiceAtHome(
            inYear,
            new ServiceToday(
                mutualisation,

                // A source that fails is told to its service, on its page.
                ServiceCalendar.Of(
                    loaded[1].Dossier, source: null, today, [.. decided.SelectMany(d => ActionDeadlines.Of(d.Key, d.Value.Value))]),
                loaded[1].Dossier.Closed,
                loaded[1].EveryCost,
                inYear.Issues,
                decided.ToDictionary(d => d.Key, d => d.Value.Value))
            {
                UnsplitYear = inYear.Report.Split.Obstacle is null ? null : year,
            });
    }
}
