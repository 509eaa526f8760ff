namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>What a cell of a file was typed as; all cells of a text file are text.</summary>
internal enum FileCellKind
{
    Text,
    Number,
    Date,

    /// <summary>A number that is shown as hours, minutes or seconds.</summary>
    Duration,

    /// <summary>A formula whose result nobody has calculated.</summary>
    NotCalculated,
}

/// <summary>One cell of a file, as text.</summary>
/// <param name="Text">
/// A number in its shortest decimal form, a date as <c>2025-03-31</c> with its hour when it is not midnight, a duration as
/// <c>36:00</c>, a formula that was not calculated as <c>=A1+B1</c>, else what is written.
/// </param>
/// <param name="Kind">What it was typed as.</param>
/// <param name="Format">The format under which a date or a duration is shown; null otherwise.</param>
internal readonly record struct FileCell(string Text, FileCellKind Kind = FileCellKind.Text, string? Format = null)
{
    public static FileCell Empty { get; } = new("");
}
