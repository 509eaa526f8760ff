namespace Evaluation.Functions.Store;

/// <summary>What the journal keeps of a submission does not say what was written there, or is no longer there.</summary>
/// <param name="submission">Which submission.</param>
/// <param name="part">What of it.</param>
/// <param name="cause">What its reader says; null when the reader found nothing wrong with its form.</param>
internal sealed class DamagedSubmissionException(SubmissionId submission, SubmissionPart part, Exception? cause = null)
    : Exception($"The journal keeps of {submission.Text} one part that cannot be read: {part}.", cause)
{
    public SubmissionId Submission => submission;

    public SubmissionPart Part => part;
}
