using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Collect;

namespace Evaluation.Functions.Consult;

/// <summary>What the grid says beside a cell.</summary>
/// <param name="Words">French words.</param>
/// <param name="Mark">The sign before them: <c>ok</c>, <c>mid</c>, <c>bad</c>, <c>none</c>.</param>
/// <param name="IsToLookAt">Whether a person should come back to the cell.</param>
public sealed record EntryOutcome(string Words, string Mark, bool IsToLookAt)
{
    /// <summary>Of a cell of which nothing was sent.</summary>
    public static EntryOutcome Of(EntryCell cell) => cell switch
    {
        { Known.Length: 0 } => new("vide", Report.Html.Marks.None, false),
        { IsProvisional: true } => new("provisoire", Report.Html.Marks.Mid, false),
        _ => new("enregistrée", Report.Html.Marks.Ok, false),
    };

    /// <summary>Of a recorded value that was wiped out.</summary>
    public static EntryOutcome Wiped(EntryCell cell) => new(
        Typography.Fix($"non effacée : {cell.Known} reste enregistrée ; pour la corriger, tapez la bonne valeur"), Report.Html.Marks.Mid, true);

    /// <summary>Of a cell that was sent.</summary>
    internal static EntryOutcome Of(RowAnswer row, bool dryRun)
    {
        var told = AnsweredLines.Of(row.Index + 1, row.Outcome, row.Issues, dryRun);
        var isDoubtful = row.Issues.Any(issue => issue.Severity == DomainCode.Of(Severity.Warning));
        return new EntryOutcome(
            Typography.Fix(row.Issues.Count == 0 ? told.Outcome : $"{told.Outcome} : {string.Join(" ", row.Issues.Select(issue => issue.Message))}"),
            row.IsRefused() ? Report.Html.Marks.Bad : isDoubtful ? Report.Html.Marks.Mid : Report.Html.Marks.Ok,
            row.IsRefused() || isDoubtful);
    }
}
