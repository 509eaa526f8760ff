using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>Blocks that several parts of the report are made of; what has nothing to say makes none.</summary>
internal static class Blocks
{
    public static IEnumerable<PaperBlock> Texts(IEnumerable<string> texts) => texts.Select(text => new PaperText(text));

    public static IEnumerable<PaperBlock> Text(string? text) => string.IsNullOrEmpty(text) ? [] : [new PaperText(text)];

    /// <summary>A list under the words that announce it.</summary>
    public static IEnumerable<PaperBlock> List(string heading, IReadOnlyList<string> items) => items.Count == 0
        ? []
        : [new PaperText(ReportText.Prose($"{heading} :")), new PaperList(items)];

    public static IEnumerable<PaperBlock> Reasons(IEnumerable<PaperReason> reasons) =>
        reasons.ToList() is { Count: > 0 } some ? [new PaperReasons(some)] : [];

    /// <summary>A table; none without rows.</summary>
    public static IEnumerable<PaperBlock> Table(
        string name, TableCaption caption, IReadOnlyList<PaperColumn> columns, IEnumerable<PaperRow> rows, PaperRow? total = null) =>
        rows.ToList() is { Count: > 0 } some ? [new PaperTable(name, caption.Text, caption.Sub, columns, some, total)] : [];

    /// <summary>A block that may not be there.</summary>
    public static IEnumerable<PaperBlock> Maybe(PaperBlock? block) => block is null ? [] : [block];
}
