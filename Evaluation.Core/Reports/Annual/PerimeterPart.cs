using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>Who takes part.</summary>
internal static class PerimeterPart
{
    public static PaperSection Of(PerimeterSection perimeter, string noun) => new(
        Outline.Perimeter,
        [
            new PaperText(string.Join(' ', perimeter.Sentences)),
            Counts(perimeter),
            .. Blocks.Table(
                "Entrées et sorties",
                ReportCaptions.Movements with { Sub = $"Jours comptés sur {FrenchNumber.Format(perimeter.DaysInYear)}" },
                [
                    PaperColumn.Words("Mouvement"),
                    PaperColumn.Words(noun),
                    new PaperColumn("Date d’effet", PaperFormat.Day),
                    PaperColumn.Count("Jours comptés"),
                    PaperColumn.Count("Population"),
                ],
                perimeter.Movements.Select(m => PaperRow.Of(
                    m.IsEntry ? "Entrée" : "Sortie", m.Member.Name, m.On, (decimal)m.Days, m.Population.Cell()))),
            .. perimeter.Strata is { } strata ? Blocks.Maybe(Of(strata, noun)) : [],
            .. Blocks.Table(
                "Membres",
                ReportCaptions.Members with { Sub = $"{ReportCaptions.Members.Sub}. Jours comptés sur {FrenchNumber.Format(perimeter.DaysInYear)}" },
                [
                    PaperColumn.Words(noun),
                    PaperColumn.Words("Code Insee"),
                    PaperColumn.Words("Siren"),
                    PaperColumn.Count("Jours comptés"),
                    PaperColumn.Count("Population"),
                ],
                perimeter.Members.Select(m => PaperRow.Of(
                    m.Member.Name, m.Member.InseeCode ?? Figure.NotApplicableText, m.Member.Siren, (decimal)m.Days, m.Population.Cell()))),
        ]);

    private static PaperTable Counts(PerimeterSection perimeter) => new(
        "Périmètre",
        "Étendue du service",
        "Au 31 décembre",
        [PaperColumn.Words("Mesure"), PaperColumn.Count("Un an plus tôt"), PaperColumn.Count("Année évaluée")],
        [
            PaperRow.Of("Membres", (decimal)perimeter.MembersAtPreviousEnd, (decimal)perimeter.MembersAtEnd),
            PaperRow.Of("Communes de la communauté", FigureCells.None, (decimal)perimeter.EligibleCommunes),
            PaperRow.Of("Taux d’adhésion", FigureCells.None, perimeter.AdhesionRate.Cell(PaperFormat.Percent())),
            PaperRow.Of("Population desservie", FigureCells.None, perimeter.PopulationServed.Cell()),
        ]);

    private static PaperTable Of(Strata strata, string noun)
    {
        var caption = ReportCaptions.Strata(strata);
        return new PaperTable(
            "Membres par taille",
            caption.Text,
            caption.Sub,
            [
                PaperColumn.Words("Taille"),
                PaperColumn.Count($"{noun}s"),
                PaperColumn.Count("Population"),
                .. strata.UnitLabel is null
                    ? Array.Empty<PaperColumn>()
                    :
                    [
                        new(strata.UnitCode!, PaperFormat.Number(strata.UnitDecimals)),
                        new(ReportText.Prose($"{strata.UnitCode} / 1 000 hab."), PaperFormat.Number(1)),
                    ],
                .. strata.HasAmounts ? [PaperColumn.Euros("Montant (€)"), PaperColumn.Euros("€/hab.")] : Array.Empty<PaperColumn>(),
            ],
            [.. strata.Rows.Select(row => Row(row, strata))],
            Row(strata.Total, strata));
    }

    private static PaperRow Row(Stratum row, Strata strata) => new(
    [
        row.Label,
        (decimal)row.Members,
        row.Population.Cell(),
        .. strata.UnitLabel is null ? Array.Empty<PaperCell>() : [row.Units.Cell(), row.UnitsPerThousand.Cell()],
        .. strata.HasAmounts ? [row.Amount.Cell(), row.PerInhabitant.Cell()] : Array.Empty<PaperCell>(),
    ]);
}
