using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What was received of what was due.</summary>
internal static class CompletenessPart
{
    public static PaperSection Of(CompletenessSection completeness, int year) => new(
        Outline.Completeness,
        [
            .. Blocks.Texts(completeness.Notes),
            .. Blocks.Table(
                "Complétude",
                ReportCaptions.Completeness(year),
                [
                    PaperColumn.Words("Indicateur"),
                    PaperColumn.Words("Libellé"),
                    PaperColumn.Words("Périodicité"),
                    PaperColumn.Count("Attendues"),
                    PaperColumn.Count("Reçues"),
                    new PaperColumn("Complétude", PaperFormat.Percent()),
                    new PaperColumn("À temps", PaperFormat.Percent()),
                    PaperColumn.Words("Confiance"),
                ],
                completeness.Rows.Select(Row),
                Row(completeness.Total)),
            .. Blocks.Table(
                "Membres en retard",
                ReportCaptions.Behind,
                [
                    PaperColumn.Words("Membre"),
                    PaperColumn.Count("Attendues"),
                    PaperColumn.Count("Manquantes"),
                    PaperColumn.Count("En retard"),
                    new PaperColumn("À temps", PaperFormat.Percent()),
                ],
                completeness.Behind.Select(row => PaperRow.Of(
                    row.Name, (decimal)row.Expected, (decimal)row.Missing, (decimal)row.Late, row.Rate.Cell()))),
        ]);

    private static PaperRow Row(CompletenessRow row) => PaperRow.Of(
        row.Code,
        row.Label,
        row.Periodicity,
        (decimal)row.Expected,
        (decimal)row.Received,
        row.Rate.Cell(),
        row.OnTime.Cell(),
        row.Confidence);
}
