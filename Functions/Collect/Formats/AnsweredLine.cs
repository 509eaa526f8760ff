namespace Evaluation.Functions.Collect.Formats;

/// <summary>What became of one line of a workbook.</summary>
/// <param name="Line">Its number in the workbook, from 1.</param>
/// <param name="Outcome">French word.</param>
/// <param name="Refused">Whether it was refused.</param>
/// <param name="Issues">The field of each issue (<c>value</c>; empty for the whole line) and its French sentence.</param>
internal sealed record AnsweredLine(int Line, string Outcome, bool Refused, IReadOnlyList<(string Field, string Message)> Issues)
{
    /// <summary>Every line of an answer to a file.</summary>
    public static IReadOnlyList<AnsweredLine> AllOf(SubmissionAnswer answer) =>
        [.. answer.Results.Select(row => Of(row.Line!.Value, row.Outcome, row.Issues, answer.DryRun))];

    /// <summary>A line of the template without a value.</summary>
    public static AnsweredLine NotSent(int line) => new(line, "non transmise", Refused: false, []);

    /// <summary>The line of an answer, whose issues point into the body: <c>/values/3/value</c>.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="outcome">Code of the API: <c>created</c>.</param>
    /// <param name="issues">Errors and warnings.</param>
    /// <param name="dryRun">Whether nothing was written: the line then says what would become of it.</param>
    public static AnsweredLine Of(int line, string outcome, IEnumerable<IssueAnswer> issues, bool dryRun = false) => new(
        line,
        (outcome, dryRun) switch
        {
            ("created", false) => "enregistrée",
            ("created", true) => "serait enregistrée",
            ("changed", false) => "modifiée",
            ("changed", true) => "serait modifiée",
            ("deleted", false) => "retirée",
            ("deleted", true) => "serait retirée",
            ("unchanged", _) => "inchangée",
            ("superseded", _) => "remplacée depuis",
            _ => "refusée",
        },
        outcome == "rejected",
        [.. issues.Select(issue => (FieldOf(issue.Pointer), issue.Message))]);

    private static string FieldOf(string pointer) =>
        pointer.Split('/') is [_, _, _, var field, ..] ? field : "";
}
