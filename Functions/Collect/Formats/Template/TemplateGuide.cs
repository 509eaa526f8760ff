using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>The sheet that says how to fill in the other one, and what each indicator counts.</summary>
internal static class TemplateGuide
{
    public const string Name = "Mode d’emploi";

    private static readonly int[] Widths = [12, 46, 12, 14, 34, 70];

    public static void Write(
        WorksheetPart part, Community community, Mutualisation mutualisation, Period period, IEnumerable<IndicatorDefinition> indicators)
    {
        var lines = new List<Row>();
        void Add(uint style, params IEnumerable<string> texts)
        {
            var line = lines.Count + 1;
            lines.Add(TemplateCells.Line(
                line, texts.Select((text, column) => TemplateCells.Text(column, line, Typography.Fix(text), style))));
        }

        Add(TemplateStyles.Title, $"{mutualisation.Label}, {community.Name} : valeurs de la période {period}");
        foreach (var sentence in Sentences())
        {
            Add(0, sentence);
        }

        Add(0);
        Add(TemplateStyles.Header, "Code", "Indicateur", "Unité", "Périodicité", "Valeur attendue", "Définition");
        foreach (var indicator in indicators)
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
            new Columns(Widths.Select((width, rank) => new Column
            {
                Min = (uint)rank + 1,
                Max = (uint)rank + 1,
                Width = width,
                CustomWidth = true,
            })),
            new SheetData(lines),
            new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9 });
        part.Worksheet.Save();
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
