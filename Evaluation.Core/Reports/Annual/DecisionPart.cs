using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What was decided after an evaluation, and what became of its actions.</summary>
internal static class DecisionPart
{
    /// <summary>The blocks of a decision.</summary>
    /// <param name="decided">What was decided.</param>
    /// <param name="heading">Which decision it is.</param>
    /// <param name="table">Name of the table of its actions, its own in the paper.</param>
    public static IEnumerable<PaperBlock> Of(DecisionSection decided, string heading, string table) =>
    [
        new PaperReasons([new PaperReason(heading, $"{decided.Sentence} {decided.Reasons}")]),
        .. Blocks.Text(DecisionWords.Departs(decided)),
        .. Blocks.Text(DecisionWords.Corrected(decided)),
        .. Blocks.Table(
            table,
            ReportCaptions.Actions,
            Columns("Action"),
            decided.Actions.Select(a => Row(a.Label, a.Note, a.Owner, a.DueOn, a.StateWord, a.IsLate))),
    ];

    /// <summary>The columns of what is followed up.</summary>
    /// <param name="what">What is followed up.</param>
    public static IReadOnlyList<PaperColumn> Columns(string what) =>
        [PaperColumn.Words(what), PaperColumn.Words("Responsable"), new PaperColumn("Échéance", PaperFormat.Day), PaperColumn.Words("État")];

    /// <summary>What is followed up, and its state.</summary>
    public static PaperRow Row(string text, string? note, string owner, DateOnly? dueOn, string state, bool isLate) => PaperRow.Of(
        (PaperCell)text with { Note = note },
        owner,
        dueOn is { } due ? due : FigureCells.None,
        isLate ? $"{state}, en retard" : state);
}
