using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>A published version and where it stands.</summary>
/// <param name="Version">The version.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Validation">By whom it is validated; null when it is not.</param>
/// <param name="Transmission">By whom it was transmitted; null when it was not.</param>
/// <param name="ReplacedBy">The latest published version, where that is a later one the reader sees; null otherwise.</param>
public sealed record ReportIssue(
    ReportVersion Version, ReportState State, ReportValidation? Validation, ReportTransmission? Transmission, ReportVersion? ReplacedBy)
{
    /// <summary>
    /// Local date on which data that it rests on last changed since it was made, of the latest version; null where none did or
    /// where nobody asked (<see cref="OutdatedVersions"/>). The version is then out of date (« dépassée »), whatever its state.
    /// </summary>
    public DateOnly? OutdatedOn { get; init; }
}

/// <summary>
/// The reports a caller finds, whatever the address: who only reads what is published, a commune, finds what was
/// transmitted; who reads the service finds every version.
/// </summary>
internal sealed class ReportShelf(ReportStore reports, ReportActsStore acts)
{
    /// <summary>The published versions of a mutualisation, the latest last.</summary>
    public async Task<IReadOnlyList<ReportIssue>> ListAsync(
        Caller caller, Community community, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        (await AllAsync(caller, community.Siren, [mutualisation], mutualisation.Id, cancellationToken))[mutualisation.Id];

    /// <summary>
    /// The published versions of each of some mutualisations of a community, the latest last; and, for who reads all of it, of
    /// the <see cref="ReportKey.WholeCommunity"/>.
    /// </summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<ReportIssue>>> ListAsync(
        Caller caller, Community community, IReadOnlyList<Mutualisation> mutualisations, CancellationToken cancellationToken) =>
        AllAsync(caller, community.Siren, mutualisations, null, cancellationToken);

    /// <summary>The published versions of one report, the latest last.</summary>
    public async Task<IReadOnlyList<ReportIssue>> VersionsAsync(
        Caller caller, ReportKey key, Mutualisation mutualisation, CancellationToken cancellationToken)
    {
        var versions = reports.VersionsAsync(key, cancellationToken);
        var decided = await acts.OfAsync(key, cancellationToken);
        return Found(caller, mutualisation, [.. (await versions).Where(v => v.IsPublished)], decided);
    }

    /// <summary>The published versions of the reports of a whole community, the latest last, none for who does not read all of it.</summary>
    public async Task<IReadOnlyList<ReportIssue>> OfCommunityAsync(Caller caller, Siren siren, CancellationToken cancellationToken) =>
        caller.ReadsAllOf(siren) ? Papers(await reports.ListAsync(siren, ReportKey.WholeCommunity, cancellationToken)) : [];

    /// <summary>The published statements of a member, the latest of each year last, none for who does not read all of its parts.</summary>
    public async Task<IReadOnlyList<ReportIssue>> OfMemberAsync(Caller caller, Siren siren, Siren member, CancellationToken cancellationToken) =>
        caller.ReadsAllOf(siren, member)
            ? Statements(await reports.ListAsync(siren, ReportKey.StandsFor(member), cancellationToken))
            : [];

    /// <summary>The published statements of every member for a year, none for who does not read the whole community.</summary>
    public async Task<IReadOnlyList<ReportIssue>> StatementsAsync(Caller caller, Siren siren, string year, CancellationToken cancellationToken) =>
        caller.ReadsAllOf(siren)
            ? Statements((await reports.StatementsAsync(siren, cancellationToken)).Where(v => v.Key.Period == year))
            : [];

    // A statement tells what was transmitted and nothing else: it is with its member from the moment it is published.
    private static IReadOnlyList<ReportIssue> Statements(IEnumerable<ReportVersion> published) =>
        [.. Papers(published).Select(issue => issue.State == ReportState.Replaced ? issue : issue with { State = ReportState.Transmitted })];

    private static IReadOnlyList<ReportIssue> Papers(IEnumerable<ReportVersion> published) =>
    [
        .. published.GroupBy(v => v.Key).SelectMany(report =>
        {
            var latest = report.Last();
            return report.Select(version => new ReportIssue(
                version,
                ReportActs.None.StateOf(version.Version, latest.Version),
                null,
                null,
                version.Version < latest.Version ? latest : null));
        }),
    ];

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<ReportIssue>>> AllAsync(
        Caller caller, Siren siren, IReadOnlyList<Mutualisation> mutualisations, string? only, CancellationToken cancellationToken)
    {
        var listing = reports.ListAsync(siren, only, cancellationToken);
        var decided = await acts.ListAsync(siren, only, cancellationToken);
        var versions = (await listing).ToLookup(v => v.Key.Mutualisation, StringComparer.Ordinal);
        var found = mutualisations.ToDictionary(
            m => m.Id,
            IReadOnlyList<ReportIssue> (m) =>
            [
                .. versions[m.Id].GroupBy(v => v.Key).SelectMany(report => Found(
                    caller, m, [.. report], decided.GetValueOrDefault(report.Key) ?? ReportActs.None)),
            ],
            StringComparer.Ordinal);
        if (only is null && caller.ReadsAllOf(siren))
        {
            found[ReportKey.WholeCommunity] = Papers(versions[ReportKey.WholeCommunity]);
        }

        return found;
    }

    private static List<ReportIssue> Found(
        Caller caller, Mutualisation mutualisation, IReadOnlyList<ReportVersion> published, ReportActs decided)
    {
        if (published.Count == 0)
        {
            return [];
        }

        var latest = published[^1];
        var seesAll = caller.May(Right.Read, latest.Key.Siren, mutualisation);
        bool Sees(ReportVersion version) => seesAll || decided.TransmissionOf(version.Version) is not null;
        return
        [
            .. published.Where(Sees).Select(version => new ReportIssue(
                version,
                decided.StateOf(version.Version, latest.Version),
                decided.ValidationOf(version.Version),
                decided.TransmissionOf(version.Version),
                version.Version < latest.Version && Sees(latest) ? latest : null)),
        ];
    }
}
