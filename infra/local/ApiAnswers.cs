namespace Evaluation.Local;

internal sealed record PushCounts
{
    public int Received { get; init; }

    public int Created { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int Superseded { get; init; }

    public int Rejected { get; init; }

    public static PushCounts operator +(PushCounts a, PushCounts b) => new()
    {
        Received = a.Received + b.Received,
        Created = a.Created + b.Created,
        Changed = a.Changed + b.Changed,
        Unchanged = a.Unchanged + b.Unchanged,
        Superseded = a.Superseded + b.Superseded,
        Rejected = a.Rejected + b.Rejected,
    };
}

internal sealed record PushIssue(string Code, string Message);

internal sealed record PushRow(int Index, string? Indicator, string? Member, string? Period, string Outcome, IReadOnlyList<PushIssue> Issues);

internal sealed record PushAnswer(string Status, PushCounts Counts, IReadOnlyList<PushRow> Results);

internal sealed record SubmissionLine(string SubmissionId, string Source, DateTimeOffset ReceivedAt, PushCounts? Counts);

internal sealed record SubmissionLines(IReadOnlyList<SubmissionLine> Submissions);

internal sealed record RunOrder(string Job);

internal sealed record RunAnswer(string Job, int Due, IReadOnlyList<string> Operations);

internal sealed record OperationAnswer(string OperationId, string State, string? Outcome, string? Result);

internal sealed record StartedAnswer(string OperationId, string Address);

internal sealed record ReportLine(
    string Kind, string Period, string Version, string State, IReadOnlyList<string> Files, string Address)
{
    private const string Annual = "annual";

    /// <summary>Whether it is the annual evaluation, which is validated and decided upon.</summary>
    public bool IsEvaluation => Kind == Annual;
}

internal sealed record ReportLines(IReadOnlyList<ReportLine> Reports);
