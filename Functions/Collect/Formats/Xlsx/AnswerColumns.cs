using Evaluation.Functions.Collect.Formats.Cells;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Where an answer is written: in the columns of an earlier answer, else after the last one.</summary>
/// <param name="columns">Of the sheet.</param>
/// <param name="width">How many columns hold something.</param>
internal sealed class AnswerColumns(FileColumns columns, int width)
{
    private const int OutcomeWidth = 14;
    private const int CorrectionWidth = 110;

    /// <summary>The column of outcomes.</summary>
    public int Outcome { get; } = columns.Of(FileField.Outcome) ?? width;

    /// <summary>The column of what to correct.</summary>
    public int Correction { get; } =
        columns.Of(FileField.Correction) ?? (columns.Of(FileField.Outcome) is null ? width + 1 : width);

    /// <summary>Those of both that the sheet did not have, each as wide as what is written there.</summary>
    public IReadOnlyList<(int Column, int Width)> Added =>
        [.. new[] { (Outcome, OutcomeWidth), (Correction, CorrectionWidth) }.Where(added => added.Item1 >= width)];

    /// <summary>The header whose look the headers of the answer take.</summary>
    public int StyledAs { get; } = columns.Of(FileField.Value)!.Value;

    /// <summary>The column of a field of the API: <c>value</c>; null for the whole line or a column that is not there.</summary>
    public int? ColumnOf(string field) => field switch
    {
        "indicator" => columns.Of(FileField.Indicator),
        "member" => columns.Of(FileField.Member),
        "period" => columns.Of(FileField.Period),
        "value" => columns.Of(FileField.Value),
        "status" => columns.Of(FileField.Status),
        "quality" => columns.Of(FileField.Quality),
        "comment" => columns.Of(FileField.Comment),
        _ => null,
    };
}
