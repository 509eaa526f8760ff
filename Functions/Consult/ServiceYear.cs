using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult;

/// <summary>A year of a service as it stands now: the figures a report would show, and the reports there are.</summary>
/// <param name="Mutualisation">Which service.</param>
/// <param name="Evaluation">What the figures come from.</param>
/// <param name="Report">The figures, not published.</param>
/// <param name="Issues">The annual evaluations of it that the reader finds, the latest last.</param>
/// <param name="Papers">Its other reports that the reader finds: dashboards, statements, reviews over years.</param>
public sealed record ServiceYear(
    Mutualisation Mutualisation,
    AnnualEvaluation Evaluation,
    AnnualReport Report,
    IReadOnlyList<ReportIssue> Issues,
    IReadOnlyList<ReportIssue> Papers);

/// <summary>Evaluates services for the pages that show them.</summary>
internal sealed class ServiceYears(
    Registry registry, DossierLoader dossiers, ReportShelf shelf, OutdatedVersions outdated, DecisionStore decisions, TimeProvider clock)
{
    private const int AtOnce = 4;

    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>
    /// The services of a community that are shown, by label; the reports of the whole community,
    /// null for who does not read all of it.
    /// </summary>
    public async Task<(IReadOnlyList<ServiceYear> Services, IReadOnlyList<ReportIssue>? Papers)> AllAsync(
        Caller caller, Community community, int year, Func<Mutualisation, bool> isShown, CancellationToken cancellationToken)
    {
        var all = await registry.ListMutualisationsAsync(community, cancellationToken);
        var mutualisations = all.Select(m => m.Value).Where(isShown).ToList();
        var issues = await shelf.ListAsync(caller, community, mutualisations, cancellationToken);
        var services = new List<ServiceYear>();
        foreach (var few in mutualisations.Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(m => OfAsync(
                community,
                m,
                year,
                issues[m.Id],
                cancellationToken))));
        }

        return (
            [.. services.OrderBy(s => s.Mutualisation.Label, StringComparer.Ordinal)],
            issues.GetValueOrDefault(ReportKey.WholeCommunity));
    }

    /// <summary>The reports of the services of a community that are shown, by label.</summary>
    public async Task<IReadOnlyList<ServiceReports>> ReportsAsync(
        Caller caller, Community community, Func<Mutualisation, bool> isShown, CancellationToken cancellationToken)
    {
        var all = await registry.ListMutualisationsAsync(community, cancellationToken);
        var mutualisations = all.Select(m => m.Value).Where(isShown).ToList();
        var issues = await shelf.ListAsync(caller, community, mutualisations, cancellationToken);
        var annual = (await outdated.TellAsync(community.Siren, Annual([.. issues.Values.SelectMany(i => i)]), cancellationToken))
            .ToLookup(i => i.Version.Key.Mutualisation, StringComparer.Ordinal);
        return
        [
            .. mutualisations.OrderBy(m => m.Label, StringComparer.Ordinal).Select(m => new ServiceReports(m, [.. annual[m.Id]])),
        ];
    }

    /// <summary>One service.</summary>
    public async Task<ServiceYear> OneAsync(
        Caller caller, Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken) =>
        await OfAsync(
            community,
            mutualisation,
            year,
            await outdated.TellAsync(
                community.Siren, await shelf.ListAsync(caller, community, mutualisation, cancellationToken), cancellationToken),
            cancellationToken);

    private static IReadOnlyList<ReportIssue> Annual(IReadOnlyList<ReportIssue> issues) =>
        [.. issues.Where(i => i.Version.Key.Kind == ReportKind.Annual)];

    private async Task<ServiceYear> OfAsync(
        Community community,
        Mutualisation mutualisation,
        int year,
        IReadOnlyList<ReportIssue> issues,
        CancellationToken cancellationToken)
    {
        var deciding = DecidedYears.LoadAsync(decisions, community.Siren, mutualisation.Id, year, cancellationToken);
        var loaded = await dossiers.LoadAsync(community, mutualisation, year, Today, cancellationToken);
        var evaluation = AnnualEvaluation.Of(loaded.Dossier);

        // Shown live, so there is no version to name.
        var report = AnnualReport.Of(evaluation, new ReportEdition(0, "", Today), (await deciding).Decisions);
        return new ServiceYear(mutualisation, evaluation, report, Annual(issues), [.. issues.Except(Annual(issues))]);
    }
}
