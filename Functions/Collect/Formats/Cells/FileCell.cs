namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>What a cell of a file was typed as; all cells of a text file are text.</summary>
internal enum FileCellKind
{
    Text,
    Number,
    Date,
}

/// <summary>One cell of a file, as text.</summary>
/// <param name="Text">A number in its shortest decimal form, a date as <c>2025-03-31</c>, else what is written.</param>
/// <param name="Kind">What it was typed as.</param>
internal readonly record struct FileCell(string Text, FileCellKind Kind = FileCellKind.Text)
{
    public static FileCell Empty { get; } = new("");
}
