using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What the words and figures of the report mean.</summary>
internal static class DefinitionPart
{
    public static PaperSection Of(DefinitionSection definitions) => new(
        Outline.Definitions,
        [
            .. Under(ReportHeadings.Indicators, definitions.Indicators),
            .. Under(ReportHeadings.ReadingRules, definitions.General),
        ]);

    private static IEnumerable<PaperBlock> Under(string heading, IReadOnlyList<Definition> definitions) => definitions.Count == 0
        ? []
        : [new PaperText(ReportText.Prose($"{heading} :")), new PaperReasons([.. definitions.Select(d => new PaperReason(d.Term, d.Meaning))])];
}
