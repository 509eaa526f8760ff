using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>What a dashboard says first.</summary>
internal static class DashboardWords
{
    public static string Lead(KnownPeriod known, Received total, IReadOnlyList<OverduePeriod> overdue, int alerts) =>
        string.Join(' ', Sentences(known, total, overdue, alerts));

    public static IEnumerable<PaperFigure> Figures(Received total, IReadOnlyList<OverduePeriod> overdue, int alerts)
    {
        yield return new PaperFigure(
            "Valeurs reçues",
            total.Expected == 0 ? Figure.NotApplicableText : FrenchText.OutOf(total.Count, total.Expected),
            total.Rate is { } rate ? FrenchNumber.Percent(rate * 100) : "rien n’était attendu");
        yield return new PaperFigure(
            "Valeurs manquantes après l’échéance",
            FrenchNumber.Format(overdue.Sum(o => o.Missing)),
            overdue.Count == 0 ? null : $"sur {FrenchText.Count(overdue.Count, "période", "périodes")}");
        yield return new PaperFigure("Alertes", FrenchNumber.Format(alerts), "sur les valeurs reçues");
    }

    private static IEnumerable<string> Sentences(
        KnownPeriod known, Received total, IReadOnlyList<OverduePeriod> overdue, int alerts)
    {
        var (day, period) = (FrenchDate.InWords(known.ToldOn), FrenchPeriod.WithArticle(known.Period));
        yield return total.Expected == 0
            ? $"Aucune valeur n’était attendue pour {period}."
            : $"Au {day}, {FrenchText.Count(total.Count, "valeur reçue", "valeurs reçues")} sur {FrenchText.Count(total.Expected, "attendue", "attendues")} pour {period}.";
        if (!known.IsOver)
        {
            yield return "La période n’est pas terminée : rien n’en est conclu.";
        }
        else if (total is { Expected: > 0, Confidence: Confidence.Faible })
        {
            yield return "Moins de 80 % des valeurs attendues sont reçues : les valeurs sont montrées, rien n’est conclu de celles qui sont partielles.";
        }

        yield return overdue.Count == 0
            ? "Aucune période n’a passé son échéance sans toutes ses valeurs."
            : $"{FrenchText.Count(overdue.Count, "période a passé son échéance sans toutes ses valeurs", "périodes ont passé leur échéance sans toutes leurs valeurs")} : " +
                $"il en manque {FrenchNumber.Format(overdue.Sum(o => o.Missing))}.";
        if (total.Count > 0 && (known.IsOver || alerts > 0))
        {
            yield return FrenchText.CountOrNone(alerts, "Aucune alerte sur les valeurs reçues.", "alerte sur les valeurs reçues.", "alertes sur les valeurs reçues.");
        }
    }
}
