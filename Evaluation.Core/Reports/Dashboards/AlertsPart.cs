using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>What is to be looked at; beyond a few it is counted.</summary>
internal static class AlertsPart
{
    private const int MostRows = 8;

    public static IEnumerable<PaperBlock> Of(KnownPeriod known, IReadOnlyList<DashboardAlert> alerts)
    {
        if (alerts.Count == 0)
        {
            yield return new PaperText($"Aucune alerte sur les valeurs reçues au {FrenchDate.InWords(known.ToldOn)}.");
            yield break;
        }

        var shown = alerts.Count <= MostRows + 1 ? alerts : [.. alerts.Take(MostRows)];
        yield return new PaperTable(
            "Alertes",
            "À vérifier",
            "Cibles non atteintes, puis valeurs loin de celles de l’année d’avant ou de l’ordinaire, et règles entre valeurs",
            [PaperColumn.Words("Qui"), PaperColumn.Words("Indicateur"), PaperColumn.Words("Période"), PaperColumn.Words("Constat")],
            [.. shown.Select(a => PaperRow.Of(a.Who, (PaperCell)a.Label with { Note = a.Code }, FrenchPeriod.InWords(a.Period), a.Sentence))]);
        if (alerts.Count > shown.Count)
        {
            var rest = alerts.Skip(shown.Count).CountBy(a => a.Code, StringComparer.Ordinal)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => $"{c.Key} ({FrenchNumber.Format(c.Value)})")
                .ToList();
            yield return new PaperNote(
                $"Et {FrenchText.Count(alerts.Count - shown.Count, "autre alerte", "autres alertes")} : {FrenchText.List(rest)}.");
        }
    }
}
