using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult;

/// <summary>A year of a service as it stands now: the figures a report would show, and the reports there are.</summary>
/// <param name="Mutualisation">Which service.</param>
/// <param name="Evaluation">What the figures come from.</param>
/// <param name="Report">The figures, not published.</param>
/// <param name="Versions">Published reports, the latest last.</param>
public sealed record ServiceYear(
    Mutualisation Mutualisation, AnnualEvaluation Evaluation, AnnualReport Report, IReadOnlyList<ReportVersion> Versions);

/// <summary>Evaluates services for the pages that show them.</summary>
internal sealed class ServiceYears(Registry registry, DossierLoader dossiers, ReportStore reports, TimeProvider clock)
{
    private const int AtOnce = 4;

    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>The services of a community that are shown, by label.</summary>
    public async Task<IReadOnlyList<ServiceYear>> AllAsync(
        Community community, int year, Func<Mutualisation, bool> isShown, CancellationToken cancellationToken)
    {
        var all = await registry.ListMutualisationsAsync(community, cancellationToken);
        var mutualisations = all.Where(m => isShown(m.Value));
        var versions = await reports.ListAsync(community.Siren, null, cancellationToken);
        var services = new List<ServiceYear>();
        foreach (var few in mutualisations.Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(m => OfAsync(
                community,
                m.Value,
                year,
                [.. versions.Where(v => v.Key.Mutualisation == m.Value.Id)],
                cancellationToken))));
        }

        return [.. services.OrderBy(s => s.Mutualisation.Label, StringComparer.Ordinal)];
    }

    /// <summary>The reports of the services of a community that are shown, by label.</summary>
    public async Task<IReadOnlyList<ServiceReports>> ReportsAsync(
        Community community, Func<Mutualisation, bool> isShown, CancellationToken cancellationToken)
    {
        var mutualisations = await registry.ListMutualisationsAsync(community, cancellationToken);
        var versions = await reports.ListAsync(community.Siren, null, cancellationToken);
        return
        [
            .. mutualisations.Select(m => m.Value).Where(isShown).OrderBy(m => m.Label, StringComparer.Ordinal)
                .Select(m => new ServiceReports(m, [.. versions.Where(v => v.Key.Mutualisation == m.Id)])),
        ];
    }

    /// <summary>One service.</summary>
    public async Task<ServiceYear> OneAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken) =>
        await OfAsync(
            community,
            mutualisation,
            year,
            await reports.ListAsync(community.Siren, mutualisation.Id, cancellationToken),
            cancellationToken);

    private async Task<ServiceYear> OfAsync(
        Community community,
        Mutualisation mutualisation,
        int year,
        IReadOnlyList<ReportVersion> versions,
        CancellationToken cancellationToken)
    {
        var loaded = await dossiers.LoadAsync(community, mutualisation, year, Today, cancellationToken);
        var evaluation = AnnualEvaluation.Of(loaded.Dossier);
        // Shown live, so there is no version to name.
        var report = AnnualReport.Of(evaluation, new ReportEdition(0, "", Today));
        return new ServiceYear(mutualisation, evaluation, report, versions);
    }
}
