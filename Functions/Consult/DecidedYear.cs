using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>What the page of decisions of a year shows.</summary>
/// <param name="Community">Whose service.</param>
/// <param name="Mutualisation">The service.</param>
/// <param name="Year">Evaluated.</param>
/// <param name="Issues">The versions of its report, the latest last.</param>
/// <param name="Received">What the latest rests on; null when none is published.</param>
/// <param name="ProposalSentence">What the latest proposes and why; null when none is published.</param>
/// <param name="Recorded">Every decision that was recorded, the present one last.</param>
/// <param name="Notices">What was told of the report, to whom.</param>
/// <param name="Today">In Europe/Paris.</param>
public sealed record DecidedYear(
    Community Community,
    Mutualisation Mutualisation,
    int Year,
    IReadOnlyList<ReportIssue> Issues,
    ReportCompleteness? Received,
    string? ProposalSentence,
    IReadOnlyList<KeptDecision> Recorded,
    IReadOnlyList<Notice> Notices,
    DateOnly Today)
{
    /// <summary>The version that is decided of; null when none is published.</summary>
    public ReportIssue? Latest => Issues.Count == 0 ? null : Issues[^1];

    /// <summary>How many members were told of the latest version.</summary>
    public int Told => Latest is { } latest
        ? Notices.Count(n => n.Due.Occurrence == TransmissionWords.OccurrenceOf(latest.Version.Key.Period, latest.Version.Version))
        : 0;

    /// <summary>The decision that holds; null when none is recorded.</summary>
    public KeptDecision? Present => Recorded.Count == 0 ? null : Recorded[^1];
}
