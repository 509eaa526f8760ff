using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>
/// Puts the notices of who is subscribed to a version into the outbox, one a subscription, then notes that it is done. What was
/// put there stays as it is: doing it again after a crash adds what is missing. Members are told of an evaluation when it is
/// transmitted to them, of their own statement when it is published; all others when a version is published.
/// </summary>
internal sealed partial class SubscriptionNotices(
    Registry registry, ReportStore reports, NoticeStore notices, TimeProvider clock, ILogger<SubscriptionNotices> logger)
{
    /// <summary>Finishes every publication that a crash left half told; how many there were.</summary>
    public async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        var finished = 0;
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            foreach (var version in await reports.UntoldAsync(community.Value.Siren, cancellationToken))
            {
                finished += await TellAsync(community.Value, version, cancellationToken) ? 1 : 0;
            }
        }

        return finished;
    }

    /// <summary>
    /// Tells who is subscribed to a published version, unless that is done. One that cannot be told is logged, keeps nothing
    /// else from being done, and is tried again the next hour: false.
    /// </summary>
    public async Task<bool> TellAsync(ReportVersion version, CancellationToken cancellationToken) =>
        !version.IsTold
        && await registry.FindCommunityAsync(version.Key.Siren.ToString(), cancellationToken) is { Value: var community }
        && await TellAsync(community, version, cancellationToken);

    /// <summary>The same, of a community that was read.</summary>
    public async Task<bool> TellAsync(Community community, ReportVersion version, CancellationToken cancellationToken)
    {
        if (version.IsTold)
        {
            return false;
        }

        var key = version.Key;
        try
        {
            var service = ServiceOf(key) is { } id ? (await registry.FindMutualisationAsync(community, id, cancellationToken))?.Value : null;
            var told = Of(community, key).Where(s => s.Member == key.Member).ToList();
            await AddAsync(community, service, version, told, version.GeneratedOn, cancellationToken);
            await reports.TellAsync(version, cancellationToken);
            return true;
        }
        catch (InvalidDataException e)
        {
            LogUntold(version.PathOf(""), e);
            return false;
        }
    }

    /// <summary>Tells the members among the subscribers of a version that is transmitted to them.</summary>
    /// <param name="community">Whose service.</param>
    /// <param name="version">Of an annual evaluation.</param>
    /// <param name="recipients">To whom it is transmitted.</param>
    /// <param name="on">Local date of the transmission, in Europe/Paris.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidDataException">The version cannot be read.</exception>
    public Task TellMembersAsync(
        Community community, ReportVersion version, IReadOnlyList<Member> recipients, DateOnly on, CancellationToken cancellationToken)
    {
        var told = Of(community, version.Key).Where(s => recipients.Any(m => m.Siren == s.Member)).ToList();
        return AddAsync(community, null, version, told, on, cancellationToken);
    }

    private static IEnumerable<Subscription> Of(Community community, ReportKey key) =>
        community.Subscriptions.Where(s => s.Concerns(key.Kind, ServiceOf(key)));

    private static string? ServiceOf(ReportKey key) => key.IsOfCommunity || key.Member is not null ? null : key.Mutualisation;

    private async Task AddAsync(
        Community community,
        Mutualisation? service,
        ReportVersion version,
        List<Subscription> subscriptions,
        DateOnly on,
        CancellationToken cancellationToken)
    {
        if (subscriptions.Count == 0)
        {
            return;
        }

        var report = await ReadAsync(version, cancellationToken);
        foreach (var subscription in subscriptions)
        {
            await notices.AddAsync(
                new Notice(
                    community.Siren,
                    ServiceOf(version.Key),
                    ReportNotices.Of(report, subscription, on),
                    subscription.MailboxIn(community, service?.Governance.ContactMailbox),
                    clock.GetUtcNow()),
                cancellationToken);
        }
    }

    private async Task<ToldReport> ReadAsync(ReportVersion version, CancellationToken cancellationToken)
    {
        var key = version.Key;
        var title = Period.TryParse(key.Period, out var period)
            ? key.Kind.Title(period)
            : throw new InvalidDataException($"{version.PathOf("")} is of no period.");
        if (key.Kind == ReportKind.Annual)
        {
            var published = await PublishedReport.ReadAsync(reports, version, cancellationToken);
            return new ToldReport(
                key.Kind, key.Period, title, published.Label, version.Version, [published.Sentence, published.ProposalSentence]);
        }

        var paper = await OfficeFiles.PaperOfAsync(reports, version, cancellationToken);
        return new ToldReport(key.Kind, key.Period, title, key.IsOfCommunity ? paper.Organisation : paper.Title, version.Version, [paper.Lead]);
    }

    [LoggerMessage(EventId = 6005, Level = LogLevel.Error, Message = "The subscribers of {Report} cannot be told")]
    private partial void LogUntold(string report, Exception exception);
}
