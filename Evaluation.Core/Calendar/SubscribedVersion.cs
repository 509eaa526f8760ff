using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Calendar;

/// <summary>Which version of a report a subscriber is told of, and in which form: the occurrence of a notice says it.</summary>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">What it reports on, canonical.</param>
/// <param name="Version">From 1.</param>
/// <param name="Form">How the subscriber gets it.</param>
public sealed record SubscribedVersion(ReportKind Kind, string Period, int Version, SubscriptionForm Form)
{
    private const string Beginning = "subscription";

    /// <summary>Written, such as <c>subscription~monthly~2025-03~v1~docx</c>.</summary>
    public string Occurrence => string.Create(
        CultureInfo.InvariantCulture, $"{Beginning}~{DomainCode.Of(Kind)}~{Period}~v{Version}~{DomainCode.Of(Form)}");

    /// <summary>What an occurrence says.</summary>
    /// <exception cref="FormatException">It is that of another notice.</exception>
    public static SubscribedVersion Parse(string occurrence) =>
        occurrence.Split('~') is [Beginning, var kind, var period, ['v', .. var version], var form]
        && DomainCode.TryParse<ReportKind>(kind, out var of)
        && DomainCode.TryParse<SubscriptionForm>(form, out var how)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SubscribedVersion(of, period, number, how)
            : throw new FormatException($"'{occurrence}' is no notice of a report.");
}
