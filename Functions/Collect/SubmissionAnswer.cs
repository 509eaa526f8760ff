using System.Text.Json;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Consult;
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
    /// <summary>Whether no row was accepted.</summary>
    public bool IsRejected() => Status == "rejected";

    /// <summary>The rows of which nothing was kept.</summary>
    public IReadOnlyList<RowAnswer> Refused() => [.. Results.Where(r => r.IsRefused())];

    /// <summary>The rows that were kept and that someone should look at.</summary>
    public IReadOnlyList<RowAnswer> Doubtful() => [.. Results.Where(r => !r.IsRefused() && r.Issues.Count > 0)];

    /// <summary>The answer that outcomes make.</summary>
    internal static SubmissionAnswer Of(
        SubmissionId id, IReadOnlyList<CheckedRow> rows, IReadOnlyList<AppliedRow> applied, int? notSent, bool dryRun)
    {
        var counts = new int[Enum.GetValues<RowOutcome>().Length];
        var results = new RowAnswer[rows.Count];
        for (var index = 0; index < rows.Count; index++)
        {
            counts[(int)applied[index].Outcome]++;
            results[index] = RowAnswer.Of(rows[index], applied[index]);
        }

        int Count(RowOutcome outcome) => counts[(int)outcome];
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
                Count(RowOutcome.Deleted),
                rejected,
                rows.Sum(r => r.Findings.Count(f => f.Severity == Severity.Warning)))
            {
                NotSent = notSent,
            },
            results);
    }
}

/// <summary>An answer and its bytes, which its sender gets as the journal keeps them.</summary>
internal sealed record WrittenAnswer(SubmissionAnswer Answer, BinaryData Json)
{
    public static WrittenAnswer Of(SubmissionAnswer answer) =>
        new(answer, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Answers.SubmissionAnswer)));

    /// <exception cref="InvalidDataException">The bytes are no answer.</exception>
    public static WrittenAnswer Read(SubmissionId id, BinaryData json) => new(
        JsonSerializer.Deserialize(json.ToMemory().Span, ApiJson.Answers.SubmissionAnswer)
            ?? throw new InvalidDataException($"The answer of {id.Text} cannot be read."),
        json);
}

/// <summary>What became of a row.</summary>
public sealed record RowAnswer(
    int Index,
    int? Line,
    string? Indicator,
    string? Member,
    string? Period,
    string Outcome,
    int? Revision,
    IReadOnlyList<IssueAnswer> Issues)
{
    private const int LongestExcerpt = 40;

    /// <summary>Whether nothing of it was kept.</summary>
    public bool IsRefused() => Outcome == DomainCode.Of(RowOutcome.Rejected);

    /// <summary>Whether it changed or took back a value that was there.</summary>
    public bool IsChange() => Outcome == DomainCode.Of(RowOutcome.Changed) || Outcome == DomainCode.Of(RowOutcome.Deleted);

    internal static RowAnswer Of(CheckedRow row, AppliedRow applied)
    {
        // Between the decision and the writing, another sender may have given the value that this one was to create.
        var told = (row.IsAccepted && applied.Outcome == RowOutcome.Rejected, applied.IsForAnother) switch
        {
            (true, true) => SubmissionDecision.RefusedForAnother(row),
            (true, false) => row.Refuse("value.exists", "value", "Une autre valeur vient d’être donnée à cet endroit : envoyez une correction, ou retirez la ligne."),
            _ => row,
        };
        return new RowAnswer(
            row.Row.Index,
            row.Row.Line,
            row.Key?.Indicator ?? Excerpt(row.Row.Indicator),
            row.Key is { } key ? key.Member?.ToString() : Excerpt(row.Row.Member),
            row.Key?.Period.ToString() ?? Excerpt(row.Row.Period),
            DomainCode.Of(applied.Outcome),
            applied.Revision,
            [.. told.Findings.Select(f => new IssueAnswer(f.Code, DomainCode.Of(f.Severity), f.Pointer, f.Message))]);
    }

    // Enough of what was sent to find the row again, whatever was sent.
    private static string? Excerpt(string? sent) => sent?.Length > LongestExcerpt ? sent[..LongestExcerpt] : sent;
}

/// <summary>What was noticed about a row.</summary>
public sealed record IssueAnswer(string Code, string Severity, string Pointer, string Message);
