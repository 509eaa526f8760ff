using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>A version of a report of a service as an address names it, under the API and in the portal.</summary>
/// <param name="Siren">Of the community.</param>
/// <param name="Id">Slug of the mutualisation.</param>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">What it reports on.</param>
/// <param name="Version"><c>v1</c>, or <c>latest</c> where a file is asked for.</param>
internal sealed record ReportAddress(string Siren, string Id, string Kind, string Period, string Version)
{
    /// <summary>The part of an address that these parameters stand in.</summary>
    public const string Template = "/communities/{siren}/mutualisations/{id}/reports/{kind}/{period}/{version}";

    /// <summary>The kinds that an address of a scope may name.</summary>
    public static IEnumerable<string> Kinds(bool isOfCommunity) =>
        Enum.GetValues<ReportKind>().Where(kind => kind.IsOfCommunity() == isOfCommunity).Select(DomainCode.Of);

    /// <summary>The same part for a version, of a service, of a community or of a member.</summary>
    public static string Of(ReportVersion version)
    {
        var key = version.Key;
        var whose = key.IsOfCommunity ? $"/communities/{key.Siren}"
            : key.Member is { } member ? $"/communities/{key.Siren}/members/{member}"
            : $"/communities/{key.Siren}/mutualisations/{key.Mutualisation}";
        return $"{whose}/reports/{key.KindText}/{key.Period}/{version.VersionText}";
    }

    /// <summary>Whose report it is, and its key.</summary>
    /// <exception cref="RefusalException">404 when there is no such community, mutualisation or kind.</exception>
    public async Task<(Community Community, Mutualisation Mutualisation, ReportKey Key)> FindAsync(
        Addressed addressed, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(Siren, Id, cancellationToken);
        return (community, mutualisation.Value, new ReportKey(community.Siren, mutualisation.Value.Id, KindOf(Kind, isOfCommunity: false), Period));
    }

    /// <summary>The kind that an address names.</summary>
    /// <exception cref="RefusalException">404 when there is none of that name and scope.</exception>
    public static ReportKind KindOf(string written, bool isOfCommunity) =>
        DomainCode.TryParse<ReportKind>(written, out var kind) && kind.IsOfCommunity() == isOfCommunity
            ? kind
            : throw EdgeRefusals.ReportUnknown.Refused();
}

/// <summary>The same of a report of a whole community.</summary>
/// <param name="Siren">Of the community.</param>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">What it reports on.</param>
/// <param name="Version"><c>v1</c>, or <c>latest</c>.</param>
internal sealed record CommunityReportAddress(string Siren, string Kind, string Period, string Version)
{
    /// <summary>The part of an address that these parameters stand in.</summary>
    public const string Template = "/communities/{siren}/reports/{kind}/{period}/{version}";

    /// <summary>Its key.</summary>
    /// <exception cref="RefusalException">404 when there is no such community or kind.</exception>
    public async Task<ReportKey> FindAsync(Addressed addressed, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(Siren, cancellationToken)).Value;
        return new ReportKey(community.Siren, ReportKey.WholeCommunity, ReportAddress.KindOf(Kind, isOfCommunity: true), Period);
    }
}

/// <summary>The same of the statement of a member.</summary>
/// <param name="Siren">Of the community.</param>
/// <param name="Member">SIREN or INSEE code.</param>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">What it reports on.</param>
/// <param name="Version"><c>v1</c>, or <c>latest</c>.</param>
internal sealed record MemberReportAddress(string Siren, string Member, string Kind, string Period, string Version)
{
    /// <summary>The part of an address that these parameters stand in.</summary>
    public const string Template = "/communities/{siren}/members/{member}/reports/{kind}/{period}/{version}";

    /// <summary>Its key.</summary>
    /// <exception cref="RefusalException">404 when there is no such community, member or kind.</exception>
    public async Task<ReportKey> FindAsync(Addressed addressed, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(Siren, cancellationToken)).Value;
        var member = Addressed.Member(community, Member);
        return DomainCode.TryParse<ReportKind>(Kind, out var kind) && kind == ReportKind.MemberStatement
            ? ReportKey.OfMember(community.Siren, member.Siren, Period)
            : throw EdgeRefusals.ReportUnknown.Refused();
    }
}
