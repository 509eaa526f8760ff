using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Decide;

internal sealed record ValidationRequest(string? Function, string? Comment);

internal sealed record TransmissionRequest;

/// <summary>
/// Validates and transmits versions of reports, whether asked by the API or by a page. The same act again by the same
/// person changes nothing; of two persons at once the first wins and the other is told.
/// </summary>
internal sealed class ReportActsDesk(
    ReportStore reports,
    ReportActsStore acts,
    ReportShelf shelf,
    OutdatedVersions outdated,
    TransmissionNotices notices,
    TimeProvider clock)
{
    /// <summary>Vouches for a version; the version as it then stands.</summary>
    /// <exception cref="RefusalException">
    /// 404 when there is no such version, 422 when the year is not over, the service was not in force or the function or the comment is missing or not
    /// valid, 409 when the version is replaced or somebody else validated it.
    /// </exception>
    public async Task<ReportIssue> ValidateAsync(
        Caller caller, Mutualisation mutualisation, ReportKey key, string version, ValidationRequest request, CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("decide");
        RequireAnnual(key);
        var (wanted, latest) = await WantedAsync(key, version, cancellationToken);
        InForce.RequireOver(mutualisation, ReviewPlan.YearOf(wanted.Key), ParisTime.DateOf(clock.GetUtcNow()));
        var asked = new ReportValidation(
            wanted.Version, clock.GetUtcNow(), caller.Name, DecideTerms.FunctionOf(request.Function), DecideTerms.CommentOf(request.Comment));
        var received = (await PublishedReport.ReadAsync(reports, wanted, cancellationToken)).Received;
        await acts.DecideAsync(key, before => before.Validate(asked, latest, received).Required(), cancellationToken);
        work.Done();
        return await IssueAsync(caller, mutualisation, key, wanted, cancellationToken);
    }

    /// <summary>Sends a version to the members of the service: from then on communes read it, and each is told.</summary>
    /// <exception cref="RefusalException">
    /// 404 when there is no such version, 422 when the year is not over, 409 when it is not validated, is replaced, or somebody else transmitted it.
    /// </exception>
    public async Task<ReportIssue> TransmitAsync(
        Caller caller, Community community, Mutualisation mutualisation, ReportKey key, string version, CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("decide");
        RequireAnnual(key);
        var (wanted, latest) = await WantedAsync(key, version, cancellationToken);
        InForce.RequireOver(mutualisation, ReviewPlan.YearOf(wanted.Key), ParisTime.DateOf(clock.GetUtcNow()));
        var asked = new ReportTransmission(wanted.Version, clock.GetUtcNow(), caller.Name, Told: false);
        var decided = await acts.DecideAsync(key, before => before.Transmit(asked, latest).Required(), cancellationToken);
        if (decided.TransmissionOf(wanted.Version) is { Told: false } untold)
        {
            await notices.TellAsync(community, mutualisation, key, decided, untold, cancellationToken);
        }

        work.Done();
        return await IssueAsync(caller, mutualisation, key, wanted, cancellationToken);
    }

    // A dashboard or a statement is read by who reads the service; only an evaluation is vouched for and sent.
    private static void RequireAnnual(ReportKey key)
    {
        if (key.Kind != ReportKind.Annual)
        {
            throw EdgeRefusals.ReportNotDecided.Refused(key.Kind.Label());
        }
    }

    private async Task<(ReportVersion Wanted, int Latest)> WantedAsync(ReportKey key, string version, CancellationToken cancellationToken)
    {
        var published = (await reports.VersionsAsync(key, cancellationToken)).Where(v => v.IsPublished).ToList();
        return published.Find(v => v.VersionText == version) is { } wanted
            ? (wanted, published[^1].Version)
            : throw EdgeRefusals.ReportUnknown.Refused();
    }

    private async Task<ReportIssue> IssueAsync(
        Caller caller, Mutualisation mutualisation, ReportKey key, ReportVersion wanted, CancellationToken cancellationToken) =>
        (await outdated.TellAsync(key.Siren, await shelf.VersionsAsync(caller, key, mutualisation, cancellationToken), cancellationToken))
            .First(i => i.Version.Version == wanted.Version);
}
