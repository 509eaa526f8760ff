using Evaluation.Functions.Collect.Formats;

namespace Evaluation.Functions.Collect;

/// <summary>Says line by line what became of a workbook.</summary>
internal static class AnsweredLines
{
    /// <summary>Every line of an answer to a file.</summary>
    public static IReadOnlyList<AnsweredLine> Of(SubmissionAnswer answer) =>
        [.. answer.Results.Select(row => Of(row.Line!.Value, row.Outcome, row.Issues, answer.DryRun))];

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
