using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
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
    IReadOnlyList<ReportIssue> Papers)
{
    /// <summary>A year of a service, evaluated from its dossier.</summary>
    /// <param name="dossier">What is known of the year today.</param>
    /// <param name="decided">What was decided of it and of the year before.</param>
    /// <param name="issues">The reports of the service that the reader finds.</param>
    internal static ServiceYear Of(Dossier dossier, DecidedYears decided, IReadOnlyList<ReportIssue> issues)
    {
        var evaluation = AnnualEvaluation.Of(dossier);
        var annual = issues.Where(i => i.Version.Key.Kind == ReportKind.Annual).ToList();
        return new ServiceYear(
            dossier.Mutualisation,
            evaluation,

            // Shown live, so there is no version to name.
            AnnualReport.Of(evaluation, new ReportEdition(0, "", dossier.AsOf), decided.Decisions),
            annual,
            [.. issues.Except(annual)]);
    }
}

/// <summary>Evaluates services for the pages that show them.</summary>
internal sealed class ServiceYears(
    Registry registry, DossierLoader dossiers, ReportShelf shelf, OutdatedVersions outdated, DecisionStore decisions, TimeProvider clock)
{
    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>The reports of the services of a community that are shown, by label.</summary>
    public async Task<IReadOnlyList<ServiceReports>> ReportsAsync(
        Caller caller, Community community, Func<Mutualisation, bool> isShown, CancellationToken cancellationToken)
    {
        var all = await registry.ListMutualisationsAsync(community, cancellationToken);
        var mutualisations = all.Select(m => m.Value).Where(isShown).ToList();
        var issues = await shelf.ListAsync(caller, community, mutualisations, cancellationToken);
        var annual = (await outdated.TellAsync(community.Siren, [.. issues.Values.SelectMany(i => i).Where(i => i.Version.Key.Kind == ReportKind.Annual)], cancellationToken))
            .ToLookup(i => i.Version.Key.Mutualisation, StringComparer.Ordinal);
        return
        [
            .. mutualisations.OrderBy(m => m.Label, StringComparer.Ordinal).Select(m => new ServiceReports(m, [.. annual[m.Id]])),
        ];
    }

    /// <summary>One service.</summary>
    public async Task<ServiceYear> OneAsync(
        Caller caller, Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var deciding = DecidedYears.LoadAsync(decisions, community.Siren, mutualisation.Id, year, cancellationToken);
        var loading = dossiers.LoadAsync(community, mutualisation, year, Today, cancellationToken);
        var issues = await outdated.TellAsync(
            community.Siren, await shelf.ListAsync(caller, community, mutualisation, cancellationToken), cancellationToken);
        return ServiceYear.Of((await loading).Dossier, await deciding, issues);
    }
}
