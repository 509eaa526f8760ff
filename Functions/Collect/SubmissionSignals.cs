using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;

namespace Evaluation.Functions.Collect;

/// <summary>What is measured of submissions.</summary>
internal static class SubmissionSignals
{
    /// <summary>Counts the rows of a submission by what became of them.</summary>
    public static void Count(SubmissionCounts counts)
    {
        (string Outcome, int Rows)[] outcomes =
        [
            ("created", counts.Created), ("changed", counts.Changed), ("unchanged", counts.Unchanged),
            ("superseded", counts.Superseded), ("deleted", counts.Deleted), ("rejected", counts.Rejected),
        ];
        foreach (var (outcome, rows) in outcomes.Where(o => o.Rows > 0))
        {
            Signals.Rows.Add(rows, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
