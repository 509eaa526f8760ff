using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>The sheet that says how to fill in the other one, and what each indicator counts.</summary>
internal static class TemplateGuide
{
    private const double TitleHeight = 24;

    private static readonly int[] Widths = [12, 46, 12, 14, 34, 70];

    public static void Write(
        WorksheetPart part, Community community, Mutualisation mutualisation, Period period, IReadOnlyList<TemplateRow> rows)
    {
        var lines = new List<Row>();
        void Add(uint style, params IEnumerable<string> texts)
        {
            var line = lines.Count + 1;
            lines.Add(SheetCells.Line(
                line, texts.Select((text, column) => SheetCells.Text(column, line, Typography.Fix(text), style))));
        }

        Add(TemplateStyles.Title, $"{mutualisation.Label}, {community.Name} : {FrenchPeriod.InWords(period)}");
        lines[0].Height = TitleHeight;
        lines[0].CustomHeight = true;
        Add(0, Due(rows));
        foreach (var sentence in Sentences())
        {
            Add(0, sentence);
        }

        Add(0);
        Add(TemplateStyles.Header, "Code", "Indicateur", "Unité", "Périodicité", "Valeur attendue", "Définition");
        foreach (var indicator in rows.Select(r => r.Definition).DistinctBy(d => d.Code).OrderBy(d => d.Code, StringComparer.Ordinal))
        {
            Add(
                TemplateStyles.Paragraph,
                indicator.Code,
                indicator.Label,
                indicator.UnitLabel,
                indicator.Periodicity.Label(),
                TemplateBounds.Sentence(indicator),
                indicator.Definition);
        }

        part.Worksheet = new Worksheet(
            SheetPrint.FitsWidth(),
            new Columns(Widths.Select((width, rank) => new Column
            {
                Min = (uint)rank + 1,
                Max = (uint)rank + 1,
                Width = width,
                CustomWidth = true,
            })),
            new SheetData(lines),
            SheetPrint.Margins(),
            SheetPrint.Page(),
            SheetPrint.PageNumbers());
        part.Worksheet.Save();
    }

    private static string Due(IReadOnlyList<TemplateRow> rows)
    {
        var dates = rows.Select(r => r.Period.DueOn).Distinct().Order().ToList();
        return dates.Count == 1
            ? $"Échéance : {FrenchDate.InWords(dates[0])}."
            : $"Échéances : de la première période, {FrenchDate.InWords(dates[0])} ; de la dernière, {FrenchDate.InWords(dates[^1])}.";
    }

    private static IEnumerable<string> Sentences() =>
    [
        $"1. Dans la feuille « {TemplateSheet.Name} », remplissez les colonnes Valeur, Statut, Qualité et Commentaire : les autres sont protégées.",
        "2. Laissez vide une valeur inconnue : sa ligne n’est pas transmise. Une valeur nulle s’écrit 0.",
        "3. Écrivez un pourcentage sans son signe : 93,7 pour 93,7 %.",
        "4. Statut : provisoire, définitif ou corrigé ; vide, la valeur est définitive. Qualité : mesuré ou estimé ; vide, elle est mesurée.",
        "5. Les valeurs déjà connues sont inscrites : ne changez que celles que vous corrigez.",
        "6. Enregistrez au format « Classeur Excel (.xlsx) » et envoyez le fichier : chaque ligne reçoit une réponse.",
        "7. Dans le classeur renvoyé, corrigez les cellules en rouge selon la colonne « À corriger », puis renvoyez-le tel quel.",
    ];
}
