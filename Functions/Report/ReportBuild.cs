using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Queues.Models;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Kinds;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;

namespace Evaluation.Functions.Report;

/// <summary>
/// Does the runs of queue <c>reports</c>: builds the report a run names, of any kind, tells its subscribers, and says in the
/// ledger what came of it.
/// </summary>
internal sealed class ReportBuild(
    RunLedger runs, AnnualBuild annual, PaperBuild papers, IStatementBuild statements, SubscriptionNotices subscriptions, TimeProvider clock)
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
            var (outcome, address) = await PublishAsync(run.Occurrence.Split('~'), cancellationToken);
            await runs.FinishAsync(run, RunState.Succeeded, outcome, address, cancellationToken);
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

    private async Task<(string Outcome, string Address)> PublishAsync(string[] occurrence, CancellationToken cancellationToken)
    {
        if (occurrence is not [var siren, var service, var written, var of, var request]
            || !Siren.TryParse(siren, out var community)
            || !DomainCode.TryParse<ReportKind>(written, out var kind)
            || !Period.TryParse(of, out var period)
            || period.Periodicity != kind.Periodicity()
            || kind.IsOfCommunity() != (service == ReportKey.WholeCommunity))
        {
            throw new PermanentFailureException("The run names no report.");
        }

        if (kind == ReportKind.MemberStatement)
        {
            return (InWords(await statements.PublishAsync(community, period, cancellationToken)), ReportsApi.StatementsOf(community, period));
        }

        var key = new ReportKey(community, service, kind, period.ToString());
        var (version, end) = kind == ReportKind.Annual
            ? await annual.PublishAsync(key, period, request, cancellationToken)
            : await papers.PublishAsync(key, period, cancellationToken);
        await subscriptions.TellAsync(version, cancellationToken);
        return (InWords(end, version.Version.ToString(CultureInfo.InvariantCulture)), ReportsApi.AddressOf(version));
    }

    private static string InWords(StatementsBuilt built) => Typography.Fix(built switch
    {
        { Published: 0, Same: 0 } => "Ce qui est transmis ne détaille la part d’aucun membre : aucune fiche n’est publiée.",
        { Published: 0 } => $"Rien n’a changé : {FrenchText.Count(built.Same, "fiche reste telle quelle", "fiches restent telles quelles")}.",
        { Same: 0 } => $"{FrenchText.Count(built.Published, "fiche publiée", "fiches publiées")}.",
        _ => $"{FrenchText.Count(built.Published, "fiche publiée", "fiches publiées")}, {FrenchText.Count(built.Same, "sans changement", "sans changement")}.",
    });

    private static string InWords(BuildEnd end, string version) => end switch
    {
        BuildEnd.Published => $"Version {version} publiée.",
        BuildEnd.Same => $"Rien n’a changé depuis la version {version}.",
        BuildEnd.Aside => $"Ni chiffre, ni membre, ni règle, ni définition n’a changé depuis la version {version}.",
    };
}
