using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Decide;

/// <summary>
/// Puts the notices of transmitted versions into the outbox, one a member that takes part in the year and one a subscription of
/// such a member, then notes that it is done. What was put there stays as it is: doing it again after a crash adds what is missing.
/// </summary>
internal sealed partial class TransmissionNotices(
    Registry registry,
    ReportStore reports,
    ReportActsStore acts,
    DecisionStore decisions,
    NoticeStore notices,
    SubscriptionNotices subscriptions,
    TimeProvider clock,
    ILogger<TransmissionNotices> logger)
{
    /// <summary>Finishes every transmission that a crash left half told; how many there were.</summary>
    public async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        var finished = 0;
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            foreach (var (key, decided) in await acts.ListAsync(community.Value.Siren, null, cancellationToken))
            {
                foreach (var untold in decided.Transmissions.Where(t => !t.Told))
                {
                    finished += await TryTellAsync(community.Value, key, decided, untold, cancellationToken) ? 1 : 0;
                }
            }
        }

        return finished;
    }

    /// <summary>Tells each recipient of a version.</summary>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">The service.</param>
    /// <param name="key">The report.</param>
    /// <param name="decided">What was decided of it, this transmission included.</param>
    /// <param name="transmission">Of which version.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task TellAsync(
        Community community,
        Mutualisation mutualisation,
        ReportKey key,
        ReportActs decided,
        ReportTransmission transmission,
        CancellationToken cancellationToken)
    {
        var version = (await reports.VersionsAsync(key, cancellationToken)).FirstOrDefault(v => v.Version == transmission.Version)
            ?? throw new InvalidDataException($"The index has no version {transmission.Version} of {key.Siren}/{key.Mutualisation}/{key.Period}.");
        var published = await PublishedReport.ReadAsync(reports, version, cancellationToken);
        var year = int.Parse(key.Period, NumberStyles.None, CultureInfo.InvariantCulture);
        var decision = await decisions.FindAsync(key.Siren, key.Mutualisation, year, cancellationToken);
        var report = new TransmittedReport(
            published.Label, key.Period, version.Version, published.Sentence, published.ProposalSentence);
        var validation = decided.ValidationOf(version.Version)
            ?? throw new InvalidDataException($"Version {transmission.Version} of {key.Siren}/{key.Mutualisation}/{key.Period} is transmitted and not validated.");
        var recipients = Recipients(community, mutualisation, year).ToList();
        foreach (var member in recipients)
        {
            var due = TransmissionWords.Of(
                report,
                validation,
                decision?.Value,
                community,
                member,
                ParisTime.DateOf(transmission.At));
            await notices.AddAsync(
                new Notice(community.Siren, mutualisation.Id, due, member.Mailbox, clock.GetUtcNow()), cancellationToken);
        }

        await subscriptions.TellMembersAsync(community, version, recipients, ParisTime.DateOf(transmission.At), cancellationToken);
        await acts.DecideAsync(key, before => before.Tell(version.Version), cancellationToken);
    }

    // The community sends; it is not told.
    private static IEnumerable<Member> Recipients(Community community, Mutualisation mutualisation, int year) =>
        mutualisation.MembersIn(community, Period.OfYear(year)).Where(m => m.Siren != community.Siren);

    // One transmission that cannot be told never keeps the others from being: it is logged, and tried again next time.
    private async Task<bool> TryTellAsync(
        Community community, ReportKey key, ReportActs decided, ReportTransmission untold, CancellationToken cancellationToken)
    {
        try
        {
            if (await registry.FindMutualisationAsync(community, key.Mutualisation, cancellationToken) is not { } mutualisation)
            {
                return false;
            }

            await TellAsync(community, mutualisation.Value, key, decided, untold, cancellationToken);
            return true;
        }
        catch (InvalidDataException e)
        {
            LogUntold(key.Siren.ToString(), key.Mutualisation, key.Period, untold.Version, e);
            return false;
        }
    }

    [LoggerMessage(
        EventId = 6004,
        Level = LogLevel.Error,
        Message = "The members cannot be told of report {Siren}/{Mutualisation}/{Period}/v{Version}")]
    private partial void LogUntold(string siren, string mutualisation, string period, int version, Exception exception);
}
