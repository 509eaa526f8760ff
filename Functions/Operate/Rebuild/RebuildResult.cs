using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Rebuild;

/// <summary>What a rebuild found and mended.</summary>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Submissions">Submissions in the journal.</param>
/// <param name="Values">Values that they make.</param>
/// <param name="Written">Rows of values that were missing or different.</param>
/// <param name="Removed">Rows of values that no submission gave.</param>
/// <param name="Damaged">Submissions that the journal no longer tells whole, in order of reception.</param>
/// <param name="MissingRevisions">Revisions of values that neither the journal nor the tables tell any more.</param>
internal sealed record RebuildResult(
    string Mutualisation,
    int Submissions,
    int Values,
    int Written,
    int Removed,
    IReadOnlyList<DamagedSubmission> Damaged,
    IReadOnlyList<MissingRevision> MissingRevisions);

/// <summary>A submission that the journal no longer tells whole.</summary>
/// <param name="SubmissionId">Which.</param>
/// <param name="Part">The part that is lost, cannot be read, or contradicts the journal.</param>
internal sealed record DamagedSubmission(string SubmissionId, string Part)
{
    public static DamagedSubmission Of(DamagedSubmissionException damage) =>
        new(damage.Submission.Text, DomainCode.Of(damage.Part));
}

/// <summary>A revision that a submission made and of which nothing is left.</summary>
internal sealed record MissingRevision(string Indicator, string? Member, string Period, int Revision)
{
    public static MissingRevision Of(ValueKey key, int revision) =>
        new(key.Indicator, key.Member?.ToString(), key.Period.ToString(), revision);
}
