using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Problems;

namespace Evaluation.Functions.Store;

/// <summary>Which report, whatever its version.</summary>
/// <param name="Siren">Community.</param>
/// <param name="Mutualisation">
/// Slug of the service; <see cref="WholeCommunity"/> for a report of the community, what <see cref="OfMember"/> writes for one of a member.
/// </param>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">What it reports on, canonical: <c>2025</c>, <c>2025-Q1</c>, <c>2025-03</c>.</param>
public sealed record ReportKey(Siren Siren, string Mutualisation, ReportKind Kind, string Period)
{
    /// <summary>Stands where the slug of a service would; no slug is that.</summary>
    public const string WholeCommunity = "_";

    /// <summary>Every name that stands for a member is between these two, and no slug of a service is.</summary>
    public const string FirstMember = WholeCommunity + "0";

    /// <summary>Past the last of them.</summary>
    public const string PastMembers = WholeCommunity + ":";

    /// <summary>Whether the report is of the community.</summary>
    public bool IsOfCommunity => Mutualisation == WholeCommunity;

    /// <summary>The kind as it is written in addresses and rows.</summary>
    public string KindText => DomainCode.Of(Kind);

    /// <summary>The annual evaluation of a year of a service.</summary>
    public static ReportKey OfYear(Siren siren, string mutualisation, int year) =>
        new(siren, mutualisation, ReportKind.Annual, Core.Periods.Period.OfYear(year).ToString());

    /// <summary>The member whose statement it is; null of every other report.</summary>
    public Siren? Member =>
        Kind == ReportKind.MemberStatement && !IsOfCommunity ? Siren.Parse(Mutualisation[WholeCommunity.Length..]) : null;

    /// <summary>The statement of a member.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="member">Whose statement.</param>
    /// <param name="period">Fiscal year, canonical.</param>
    public static ReportKey OfMember(Siren siren, Siren member, string period) =>
        new(siren, StandsFor(member), ReportKind.MemberStatement, period);

    /// <summary>What stands for a member where the slug of a service would.</summary>
    public static string StandsFor(Siren member) => WholeCommunity + member;

    /// <summary>The kind that a row names.</summary>
    /// <exception cref="InvalidDataException">It names none.</exception>
    public static ReportKind KindOf(string written) => DomainCode.TryParse<ReportKind>(written, out var kind)
        ? kind
        : throw new InvalidDataException($"'{written}' is no kind of report.");
}

/// <summary>A version of a report.</summary>
/// <param name="Key">Which report.</param>
/// <param name="Version">From 1.</param>
/// <param name="Fingerprint">SHA-256 of what it was computed from.</param>
/// <param name="GeneratedOn">Local date, in Europe/Paris.</param>
/// <param name="Files">Names of its files; empty until published.</param>
public sealed record ReportVersion(
    ReportKey Key, int Version, string Fingerprint, DateOnly GeneratedOn, IReadOnlyList<string> Files)
{
    /// <summary>When what it rests on was last read and found the same; null where that was not noted, as of older builds.</summary>
    public DateTimeOffset? CurrentAt { get; init; }

    /// <summary>
    /// Whether its subscribers have their notices; false from its publication until then. A version that a build without
    /// subscriptions published, or that an archive brought back, is told to nobody.
    /// </summary>
    public bool IsTold { get; init; } = true;

    /// <summary>False while its files are being written.</summary>
    public bool IsPublished => Files.Count > 0;

    /// <summary>As in addresses and folders: <c>v1</c>.</summary>
    public string VersionText => string.Create(CultureInfo.InvariantCulture, $"v{Version}");

    /// <summary>Where a file of it is kept.</summary>
    public string PathOf(string file) => $"{Key.Siren}/{Key.Mutualisation}/{Key.KindText}/{Key.Period}/{VersionText}/{file}";
}
