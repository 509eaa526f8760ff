using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>What became of a submission, row by row.</summary>
public sealed record SubmissionAnswer(
    string SubmissionId,
    string Status,
    bool DryRun,
    SubmissionCounts Counts,
    IReadOnlyList<RowAnswer> Results)
{
    /// <summary>The answer that outcomes make.</summary>
    internal static SubmissionAnswer Of(
        SubmissionId id, IReadOnlyList<CheckedRow> rows, IReadOnlyList<RowOutcome> outcomes, bool dryRun)
    {
        int Count(RowOutcome outcome) => outcomes.Count(o => o == outcome);
        var rejected = Count(RowOutcome.Rejected);
        return new SubmissionAnswer(
            id.Text,
            rejected == 0 ? "accepted" : rejected == rows.Count ? "rejected" : "partial",
            dryRun,
            new SubmissionCounts(
                rows.Count,
                Count(RowOutcome.Created),
                Count(RowOutcome.Changed),
                Count(RowOutcome.Unchanged),
                Count(RowOutcome.Superseded),
                rejected,
                rows.Sum(r => r.Findings.Count(f => f.Severity == Severity.Warning))),
            [.. rows.Zip(outcomes, RowAnswer.Of)]);
    }
}

/// <summary>What became of a row.</summary>
public sealed record RowAnswer(
    int Index, string? Indicator, string? Member, string? Period, string Outcome, IReadOnlyList<IssueAnswer> Issues)
{
    internal static RowAnswer Of(CheckedRow row, RowOutcome outcome) => new(
        row.Row.Index,
        row.Value?.Key.Indicator ?? row.Row.Indicator,
        row.Value is null ? row.Row.Member : row.Value.Key.Member?.ToString(),
        row.Value?.Key.Period.ToString() ?? row.Row.Period,
        DomainCode.Of(outcome),
        [.. row.Findings.Select(f => new IssueAnswer(f.Code, DomainCode.Of(f.Severity), f.Pointer, f.Message))]);
}

/// <summary>What was noticed about a row.</summary>
public sealed record IssueAnswer(string Code, string Severity, string Pointer, string Message);
