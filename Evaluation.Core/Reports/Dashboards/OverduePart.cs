using Evaluation.Core.Calendar;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>What is past its deadline: the latest periods one by one, the older ones together.</summary>
internal static class OverduePart
{
    private const int MostRows = 6;

    public static IEnumerable<PaperBlock> Of(KnownPeriod known, IReadOnlyList<OverduePeriod> overdue)
    {
        if (overdue.Count == 0)
        {
            yield return new PaperText($"Au {FrenchDate.InWords(known.ToldOn)}, aucune période n’a passé son échéance sans toutes ses valeurs.");
            yield break;
        }

        var latest = overdue.Reverse().ToList();
        var shown = latest.Count <= MostRows + 1 ? latest : latest[..MostRows];
        var older = latest[shown.Count..];
        yield return new PaperTable(
            "Retards",
            $"Périodes qui ont passé leur échéance sans toutes leurs valeurs, au {FrenchDate.InWords(known.ToldOn)}",
            "Nombre de valeurs, l’échéance la plus récente d’abord",
            [
                PaperColumn.Words("Période"),
                new("Échéance", PaperFormat.Day),
                PaperColumn.Count("Jours de retard"),
                PaperColumn.Count("Attendues"),
                PaperColumn.Count("Manquantes"),
                PaperColumn.Words("État"),
            ],
            [.. shown.Select(o => Row(known, o)), .. older.Count == 0 ? Array.Empty<PaperRow>() : [Older(older)]],
            PaperRow.Of(
                "Ensemble", "", "", (decimal)overdue.Sum(o => o.Expected), (decimal)overdue.Sum(o => o.Missing), ""));
    }

    private static PaperRow Row(KnownPeriod known, OverduePeriod overdue) => PaperRow.Of(
        (PaperCell)FrenchPeriod.InWords(overdue.Period) with { Note = OverdueWords.Members(overdue) },
        overdue.Period.DueOn,
        (decimal)(known.ToldOn.DayNumber - overdue.Period.DueOn.DayNumber),
        (decimal)overdue.Expected,
        (decimal)overdue.Missing,
        overdue.IsClosed ? "close" : "attendue");

    private static PaperRow Older(List<OverduePeriod> older) => PaperRow.Of(
        FrenchText.Count(older.Count, "période plus ancienne", "périodes plus anciennes"),
        FigureCells.None,
        FigureCells.None,
        (decimal)older.Sum(o => o.Expected),
        (decimal)older.Sum(o => o.Missing),
        older.TrueForAll(o => o.IsClosed) ? "closes" : older.Exists(o => o.IsClosed) ? "closes ou attendues" : "attendues");
}
