using Evaluation.Core.Assessments;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Versions;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>Evaluates a year of a service and publishes its report, with what changed since the version before.</summary>
internal sealed class AnnualBuild(
    Addressed addressed,
    ReportTerms terms,
    DossierLoader dossiers,
    ReportStore reports,
    DecisionStore decisions,
    AnnualReportFiles files,
    ReportPublication publication,
    TimeProvider clock)
{
    /// <summary>The version that says what is known, new or not.</summary>
    /// <param name="key">Which report.</param>
    /// <param name="period">Its year.</param>
    /// <param name="request">What asked for it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RefusalException">There is no such community or service, or it was not in force.</exception>
    public async Task<(ReportVersion Version, BuildEnd End)> PublishAsync(
        ReportKey key, Period period, string request, CancellationToken cancellationToken)
    {
        var community = await addressed.CommunityAsync(key.Siren.ToString(), cancellationToken);
        var mutualisation = await addressed.MutualisationAsync(community.Value, key.Mutualisation, cancellationToken);
        if (await terms.WhyNotAsync(community.Value, mutualisation.Value, key.Kind, period, cancellationToken) is { } refusal)
        {
            throw refusal;
        }

        var readAt = clock.GetUtcNow();
        var loaded = await dossiers.LoadAsync(community.Value, mutualisation.Value, period.Year, ParisTime.DateOf(readAt), cancellationToken);
        var evaluation = AnnualEvaluation.Of(loaded.Dossier);
        var decided = await DecidedYears.LoadAsync(decisions, key.Siren, key.Mutualisation, period.Year, cancellationToken);
        var fingerprint = Fingerprint.Of(evaluation, community.Document, mutualisation.Document, loaded.Baseline, decided.Documents);
        var present = VersionBase.Of(
            evaluation,
            BaseRecords.Of(loaded.Dossier, community.Document, mutualisation.Document, loaded.Baseline, decided.Documents));
        return await publication.PublishAsync(
            key,
            fingerprint,
            readAt,
            async latest => ReviewPlan.IsLate(request) && IsAside(request, await BaseFile.FindAsync(reports, latest, cancellationToken), present),
            RenderAsync,
            cancellationToken);

        async Task<IReadOnlyList<ReportFile>> RenderAsync(ReportVersion version, ReportVersion? latest)
        {
            var changes = latest is null
                ? null
                : ChangesSection.Of(
                    new EarlierVersion(latest.Version, latest.GeneratedOn, await BaseFile.FindAsync(reports, latest, cancellationToken)),
                    present,
                    loaded.Dossier.Catalogue);
            var edition = new ReportEdition(version.Version, version.Fingerprint, version.GeneratedOn);
            var report = AnnualReport.Of(evaluation, edition, decided.Decisions, changes);
            return [.. await files.RenderAsync(report, cancellationToken), BaseFile.Of(present)];
        }
    }

    // Nobody asked for it: an address or a meeting makes no version of its own, nor does what an older build kept no base of.
    private static bool IsAside(string request, VersionBase? before, VersionBase present) =>
        before is not null && present.ComparesWith(before)
            ? !VersionChanges.Of(before, present).IsOfSubstance
            : ReviewPlan.IsCheck(request);
}
