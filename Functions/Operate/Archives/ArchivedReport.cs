using System.Net.Http.Headers;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>A version of a report, in the index of an archive.</summary>
internal sealed record ArchivedReport(
    string Mutualisation, string Kind, string Period, int Version, string Fingerprint, DateOnly GeneratedOn, IReadOnlyList<ArchivedFile> Files)
{
    private const int FingerprintLength = 64;
    private const int MostVersions = 9999;

    /// <summary>Whether this app may have published it.</summary>
    /// <param name="mutualisations">Slugs of the community’s.</param>
    /// <param name="members">What stands for each of its members.</param>
    public bool IsOf(IReadOnlySet<string> mutualisations, IReadOnlySet<string> members) =>
        DomainCode.TryParse<ReportKind>(Kind, out var kind)
        && (kind == ReportKind.MemberStatement ? members.Contains(Mutualisation)
            : kind.IsOfCommunity() ? Mutualisation == ReportKey.WholeCommunity
            : mutualisations.Contains(Mutualisation))
        && Core.Periods.Period.TryParse(Period, out var period)
        && period.Periodicity == kind.Periodicity()
        && period.ToString() == Period
        && Version is > 0 and <= MostVersions
        && Fingerprint.Length == FingerprintLength
        && Fingerprint.All(char.IsAsciiHexDigitLower)
        && Files.Count > 0
        && Files.All(file => file?.IsServable() is true)
        && Files.DistinctBy(file => file.Name, StringComparer.Ordinal).Count() == Files.Count;

    public ReportVersion VersionOf(Siren siren) =>
        new(new ReportKey(siren, Mutualisation, ReportKey.KindOf(Kind), Period), Version, Fingerprint, GeneratedOn, []);
}

/// <summary>A file of a report.</summary>
/// <param name="Name">Below the version, <c>charts/activity.svg</c>.</param>
/// <param name="ContentType">As it is served.</param>
internal sealed record ArchivedFile(string Name, string ContentType)
{
    private const int LongestName = 100;

    public bool IsServable() =>
        Name.Length <= LongestName
        && Name.Split('/').All(level => level.Length > 0
            && level[0] != '.'
            && level.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        && MediaTypeHeaderValue.TryParse(ContentType, out _);
}
