using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>What the template accepts in the cells to fill in, told at once by the spreadsheet.</summary>
internal static class TemplateBounds
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>One rule per indicator, one for the statuses, one for the qualities.</summary>
    /// <param name="rows">The rows of the sheet.</param>
    /// <param name="firstLine">The line of the first.</param>
    public static DataValidations Of(IReadOnlyList<TemplateRow> rows, int firstLine)
    {
        var rules = rows
            .Select((row, rank) => (row.Definition, Line: firstLine + rank))
            .GroupBy(row => row.Definition, row => row.Line)
            .Select(group => NumberRule(group.Key, [.. group]))
            .Append(ListRule(
                TemplateColumns.Status, [FileWords.Provisional, FileWords.Final, FileWords.Corrected], firstLine, rows.Count))
            .Append(ListRule(
                TemplateColumns.Quality, [FileWords.Measured, FileWords.Estimated], firstLine, rows.Count))
            .ToList();
        return new DataValidations(rules) { Count = (uint)rules.Count };
    }

    /// <summary>French sentence: which values an indicator takes.</summary>
    public static string Sentence(IndicatorDefinition definition)
    {
        var number = definition.Decimals == 0
            ? "un nombre entier"
            : $"un nombre à {FrenchText.Count(definition.Decimals, "décimale", "décimales")} au plus";
        return (definition.Min, definition.Max) switch
        {
            ({ } min, { } max) => $"{number} de {Shown(min, definition)} à {Shown(max, definition)}",
            ({ } min, null) => $"{number}, {Shown(min, definition)} au moins",
            (null, { } max) => $"{number}, {Shown(max, definition)} au plus",
            _ => number,
        };
    }

    private static string Shown(decimal bound, IndicatorDefinition definition) =>
        FrenchNumber.FormatShort(bound, definition.Decimals);

    private static DataValidation NumberRule(IndicatorDefinition definition, IReadOnlyList<int> lines) => new(
        new Formula1(Bound(definition.Min ?? -Largest)), new Formula2(Bound(definition.Max ?? Largest)))
    {
        Type = definition.Decimals == 0 ? DataValidationValues.Whole : DataValidationValues.Decimal,
        Operator = DataValidationOperatorValues.Between,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = $"Indicateur {definition.Code}",
        Error = Typography.Fix($"{definition.Code} attend {Sentence(definition)} : corrigez la valeur, ou laissez la cellule vide si elle est inconnue."),
        SequenceOfReferences = new ListValue<StringValue>(Ranges(TemplateColumns.Value, lines)),
    };

    private static DataValidation ListRule(int column, string[] words, int firstLine, int count) => new(
        new Formula1($"\"{string.Join(',', words)}\""))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = TemplateColumns.All[column].Header,
        Error = Typography.Fix($"Choisissez dans la liste : {string.Join(", ", words)}."),
        SequenceOfReferences = new ListValue<StringValue>(Ranges(column, [firstLine, firstLine + count - 1], isRange: true)),
    };

    private static string Bound(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<StringValue> Ranges(int column, IReadOnlyList<int> lines, bool isRange = false)
    {
        for (var from = 0; from < lines.Count;)
        {
            var to = from;
            while (to + 1 < lines.Count && (isRange || lines[to + 1] == lines[to] + 1))
            {
                to++;
            }

            yield return $"{XlsxPlace.Of(column, lines[from])}:{XlsxPlace.Of(column, lines[to])}";
            from = to + 1;
        }
    }
}
