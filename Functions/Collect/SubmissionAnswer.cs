using System.Text.Json;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Refusing;
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

    /// <summary>The years of which a value came, changed or went.</summary>
    public IReadOnlyCollection<int> YearsChanged()
    {
        var years = new SortedSet<int>();
        foreach (var row in Results.Where(r => Changing.Contains(r.Outcome)))
        {
            if (Period.TryParse(row.Period, out var period))
            {
                years.Add(period.Year);
            }
        }

        return years;
    }

    private static IReadOnlyList<string> Changing { get; } =
        [DomainCode.Of(RowOutcome.Created), DomainCode.Of(RowOutcome.Changed), DomainCode.Of(RowOutcome.Deleted)];

    /// <summary>The answer that outcomes make.</summary>
    internal static SubmissionAnswer Of(
        SubmissionId id, IReadOnlyList<CheckedRow> rows, IReadOnlyList<AppliedRow> applied, int? notSent, bool dryRun)
    {
        var counts = new int[Enum.GetValues<RowOutcome>().Length];
        var results = new RowAnswer[rows.Count];
        var warnings = 0;
        for (var index = 0; index < rows.Count; index++)
        {
            var told = RowAnswer.Told(rows[index], applied[index]);
            counts[(int)applied[index].Outcome]++;
            warnings += told.Findings.Count(f => f.Severity == Severity.Warning);
            results[index] = RowAnswer.Of(told, rows[index].Key, applied[index]);
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
                warnings)
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
        new(answer, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(answer, CollectJson.Answers.SubmissionAnswer)));

    /// <exception cref="DamagedSubmissionException">The bytes are no answer, or that of another submission.</exception>
    public static WrittenAnswer Read(SubmissionId id, BinaryData json)
    {
        try
        {
            if (JsonSerializer.Deserialize(json.ToMemory().Span, CollectJson.Answers.SubmissionAnswer) is
                { Status: not null, Counts: not null, Results: { } rows } answer
                && answer.SubmissionId == id.Text
                && rows.All(row => row is { Outcome: not null, Issues: { } issues } && issues.All(IsWhole)))
            {
                return new WrittenAnswer(answer, json);
            }
        }
        catch (JsonException e)
        {
            throw new DamagedSubmissionException(id, SubmissionPart.Answer, e);
        }

        throw new DamagedSubmissionException(id, SubmissionPart.Answer);
    }

    /// <summary>The answer that bytes hold; null when they are none, or lost.</summary>
    public static WrittenAnswer? FindReadable(SubmissionId id, BinaryData? json)
    {
        try
        {
            return json is null ? null : Read(id, json);
        }
        catch (DamagedSubmissionException)
        {
            return null;
        }
    }

    private static bool IsWhole(IssueAnswer issue) =>
        issue is { Code: not null, Severity: not null, Pointer: not null, Message: not null };
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

    /// <summary>A decided row with what came up since: another sender may have been faster to give a value, or to correct it.</summary>
    internal static CheckedRow Told(CheckedRow row, AppliedRow applied) =>
        (row.IsAccepted && applied.Outcome == RowOutcome.Rejected, applied.IsForAnother) switch
        {
            (true, true) => SubmissionDecision.RefusedForAnother(row),
            (true, false) => row.Refuse(EdgeRefusals.ValueExists, "value"),
            _ when applied.IsHeld && row.Findings.All(f => f.Code != EdgeRefusals.ValueCorrected.Code) => SubmissionDecision.Held(row),
            _ => row,
        };

    /// <summary>The answer to a row.</summary>
    /// <param name="told">With all that is told of it.</param>
    /// <param name="key">Where it belongs, as it was decided; null when it was refused.</param>
    /// <param name="applied">What became of it.</param>
    internal static RowAnswer Of(CheckedRow told, ValueKey? key, AppliedRow applied) => new(
        told.Row.Index,
        told.Row.Line,
        key?.Indicator ?? Excerpt(told.Row.Indicator),
        key is { } place ? place.Member?.ToString() : Excerpt(told.Row.Member),
        key?.Period.ToString() ?? Excerpt(told.Row.Period),
        DomainCode.Of(applied.Outcome),
        applied.Revision,
        [.. told.Findings.Select(f => new IssueAnswer(f.Code, DomainCode.Of(f.Severity), f.Pointer, f.Message))]);

    // Enough of what was sent to find the row again, whatever was sent.
    private static string? Excerpt(string? sent) => sent?.Length > LongestExcerpt ? sent[..LongestExcerpt] : sent;
}

/// <summary>What was noticed about a row.</summary>
public sealed record IssueAnswer(string Code, string Severity, string Pointer, string Message);
