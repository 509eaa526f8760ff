using Evaluation.Core.Closing;
using Evaluation.Functions.Close;

namespace Evaluation.Functions.Consult;

/// <summary>A period as its page shows it to someone.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="Received">How many values came of those it calls for.</param>
/// <param name="Expected">How many it calls for.</param>
/// <param name="Steps">Those that follow, and that the reader may take.</param>
/// <param name="MayOpen">Whether it is closed and the reader may open it.</param>
public sealed record PeriodLine(
    PeriodStanding Standing, int Received, int Expected, IReadOnlyList<ApprovalStep> Steps, bool MayOpen)
{
    /// <summary>The step forward; null when there is none, or none for the reader.</summary>
    public ApprovalStep? Forward() => Steps.Where(s => s != ApprovalStep.Return).Select(s => (ApprovalStep?)s).FirstOrDefault();
}
