using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>What came of the values of the period.</summary>
internal static class ArrivalPart
{
    public static IEnumerable<PaperBlock> Of(
        KnownPeriod known, IReadOnlyList<(IndicatorDefinition Definition, Received Received)> received, Received total)
    {
        if (received.Count == 0)
        {
            yield return new PaperText($"Aucune valeur n’était attendue pour {FrenchPeriod.WithArticle(known.Period)}.");
            yield break;
        }

        var isKnown = known.Dossier.Values.HasOrigins(known.Period.Year);
        yield return new PaperTable(
            "Valeurs reçues",
            $"Valeurs attendues pour {FrenchPeriod.WithArticle(known.Period)}",
            $"Nombre de valeurs au {FrenchDate.InWords(known.ToldOn)} ; {Deadlines(known, received)}",
            [
                PaperColumn.Words("Indicateur"),
                PaperColumn.Count("Attendues"),
                PaperColumn.Count("Reçues"),
                PaperColumn.Count("Pas reçues"),
                PaperColumn.Count("Reçues à temps"),
            ],
            [
                .. received.Select(row => Row(
                    (PaperCell)row.Definition.Label with { Note = row.Definition.Code }, row.Received, isKnown)),
            ],
            Row("Ensemble", total, isKnown));
    }

    private static PaperRow Row(PaperCell label, Received received, bool isKnown) => PaperRow.Of(
        label,
        (decimal)received.Expected,
        (decimal)received.Count,
        (decimal)(received.Expected - received.Count),
        (isKnown ? Figure.Of(received.OnTime, 0) : Figure.NotTransmitted).Cell());

    private static string Deadlines(KnownPeriod known, IReadOnlyList<(IndicatorDefinition Definition, Received Received)> received)
    {
        var days = received.Select(row => row.Definition.Periodicity).Distinct()
            .Select(periodicity => known.Period.Split(periodicity).Last().DueOn)
            .Distinct()
            .Order()
            .Select(FrenchDate.InWords)
            .ToList();
        return days.Count == 1 ? $"échéance le {days[0]}" : $"dernières échéances les {FrenchText.List(days)}";
    }
}
