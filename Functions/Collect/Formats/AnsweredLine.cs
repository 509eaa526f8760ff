namespace Evaluation.Functions.Collect.Formats;

/// <summary>What became of one line of a workbook.</summary>
/// <param name="Line">Its number in the workbook, from 1.</param>
/// <param name="Outcome">French word.</param>
/// <param name="Refused">Whether it was refused.</param>
/// <param name="Issues">The field of each issue (<c>value</c>; empty for the whole line) and its French sentence.</param>
internal sealed record AnsweredLine(int Line, string Outcome, bool Refused, IReadOnlyList<(string Field, string Message)> Issues)
{
    /// <summary>The line of an answer, whose issues point into the body: <c>/values/3/value</c>.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="outcome">Code of the API: <c>created</c>.</param>
    /// <param name="issues">Errors and warnings.</param>
    public static AnsweredLine Of(int line, string outcome, IEnumerable<IssueAnswer> issues) => new(
        line,
        outcome switch
        {
            "created" => "enregistrée",
            "changed" => "modifiée",
            "unchanged" => "inchangée",
            "superseded" => "remplacée depuis",
            "deleted" => "retirée",
            _ => "refusée",
        },
        outcome == "rejected",
        [.. issues.Select(issue => (FieldOf(issue.Pointer), issue.Message))]);

    private static string FieldOf(string pointer) =>
        pointer.Split('/') is [_, _, _, var field, ..] ? field : "";
}
