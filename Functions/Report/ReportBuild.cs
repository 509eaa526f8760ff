using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Queues.Models;
using Evaluation.Core.Assessments;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Versions;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>
/// Loads the dossier, evaluates, renders, publishes version n+1; publishes nothing when the figures have not changed
/// since the last version.
/// </summary>
internal sealed class ReportBuild(
    RunLedger runs,
    Addressed addressed,
    DossierLoader dossiers,
    ReportStore reports,
    DecisionStore decisions,
    AnnualReportFiles files,
    TimeProvider clock)
{
    private const int Parts = 5;

    /// <summary>Does the run a message names; twice is the same as once.</summary>
    /// <exception cref="PermanentFailureException">The message names no report.</exception>
    public async Task<string> BuildAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        if (await RunMessage.BeginAsync(runs, ReviewPlan.Job, message, Parts, cancellationToken) is not { } run)
        {
            return $"{message.Body}: already done or in other hands";
        }

        using var work = Signals.Begin("report", run.TraceParent, ActivityKind.Consumer);
        await using var hold = new RunHold(runs, run, clock);
        try
        {
            var (version, end) = await PublishAsync(run.Occurrence.Split('~'), cancellationToken);
            var outcome = InWords(end, version.Version.ToString(CultureInfo.InvariantCulture));
            await runs.FinishAsync(run, RunState.Succeeded, outcome, ReportsApi.AddressOf(version), cancellationToken);
            work.Done();
            return $"{run.OperationId}: {outcome}";
        }
        catch (Exception e) when (e is RefusalException or PermanentFailureException or InvalidDataException)
        {
            await runs.FinishAsync(
                run,
                RunState.Failed,
                e is RefusalException ? e.Message : "Ce rapport ne peut pas être établi : ses données ne se lisent pas.",
                null,
                cancellationToken);
            throw new PermanentFailureException($"The report cannot be built: {e.Message}");
        }
        catch (Exception e)
        {
            // Let the next delivery begin at once instead of waiting for the lease to end.
            await runs.ReleaseAsync(run, e, CancellationToken.None);
            throw;
        }
    }

    private async Task<(ReportVersion Version, BuildEnd End)> PublishAsync(string[] occurrence, CancellationToken cancellationToken)
    {
        var community = await addressed.CommunityAsync(occurrence[0], cancellationToken);
        var mutualisation = await addressed.MutualisationAsync(community.Value, occurrence[1], cancellationToken);
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var year = Period.TryParse(occurrence[3], out var period) && period.Periodicity == Periodicity.Annual
            ? period.Year
            : throw new PermanentFailureException($"'{occurrence[3]}' is not a year.");
        InForce.Require(mutualisation.Value, year);

        var readAt = clock.GetUtcNow();
        var loaded = await dossiers.LoadAsync(community.Value, mutualisation.Value, year, today, cancellationToken);
        var evaluation = AnnualEvaluation.Of(loaded.Dossier);
        var decided = await DecidedYears.LoadAsync(decisions, community.Value.Siren, mutualisation.Value.Id, year, cancellationToken);
        var fingerprint = Fingerprint.Of(evaluation, community.Document, mutualisation.Document, loaded.Baseline, decided.Documents);
        var key = new ReportKey(community.Value.Siren, mutualisation.Value.Id, occurrence[2], occurrence[3]);
        var present = VersionBase.Of(
            evaluation,
            BaseRecords.Of(loaded.Dossier, community.Document, mutualisation.Document, loaded.Baseline, decided.Documents));
        while (true)
        {
            var versions = await reports.VersionsAsync(key, cancellationToken);
            var latest = versions.LastOrDefault(v => v.IsPublished);
            var before = latest is null ? null : await BaseFile.FindAsync(reports, latest, cancellationToken);
            if (latest is not null
                && (latest.Fingerprint == fingerprint || IsAside(occurrence[4], before, present)))
            {
                await reports.ConfirmAsync(latest, readAt, cancellationToken);
                return (latest, latest.Fingerprint == fingerprint ? BuildEnd.Same : BuildEnd.Aside);
            }

            // A version reserved for these very figures is one that a crash left half written: finish it as it began, unless
            // a later one was published since, for it would never be read as the last.
            var reserved = versions.FirstOrDefault(v => !v.IsPublished && v.Fingerprint == fingerprint && v.Version > (latest?.Version ?? 0));
            var version = (reserved ?? new ReportVersion(key, (versions.Count == 0 ? 0 : versions[^1].Version) + 1, fingerprint, today, [])) with
            {
                CurrentAt = readAt,
            };
            if (reserved is not null || await reports.TryReserveAsync(version, cancellationToken))
            {
                var changes = latest is null
                    ? null
                    : ChangesSection.Of(
                        new EarlierVersion(latest.Version, latest.GeneratedOn, before), present, loaded.Dossier.Catalogue);
                var edition = new ReportEdition(version.Version, version.Fingerprint, version.GeneratedOn);
                var report = AnnualReport.Of(evaluation, edition, decided.Decisions, changes);
                var rendered = await files.RenderAsync(report, cancellationToken);
                return (await reports.PublishAsync(version, [.. rendered, BaseFile.Of(present)], cancellationToken), BuildEnd.Published);
            }
        }
    }

    // Nobody asked for it: an address or a meeting makes no version of its own, nor does what an older build kept no base of.
    private static bool IsAside(string request, VersionBase? before, VersionBase present) => ReviewPlan.IsLate(request)
        && (before is not null && present.ComparesWith(before)
            ? !VersionChanges.Of(before, present).IsOfSubstance
            : ReviewPlan.IsCheck(request));

    private static string InWords(BuildEnd end, string version) => end switch
    {
        BuildEnd.Published => $"Version {version} publiée.",
        BuildEnd.Same => $"Rien n’a changé depuis la version {version}.",
        BuildEnd.Aside => $"Ni chiffre, ni membre, ni règle, ni définition n’a changé depuis la version {version}.",
    };

    private enum BuildEnd
    {
        Published,

        /// <summary>All is as the latest version found it.</summary>
        Same,

        /// <summary>Documents read otherwise, without any bearing on figures, and nobody asked for a version.</summary>
        Aside,
    }
}
