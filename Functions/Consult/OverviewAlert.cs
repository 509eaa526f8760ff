using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.Confirmations;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Functions.Consult;

/// <summary>Something a director should know before reading.</summary>
public sealed record OverviewAlert(TargetStatus State, string Subject, string Sentence);

/// <summary>Finds what a director should know of a service before reading.</summary>
internal static class OverviewAlerts
{
    /// <summary>The alerts of a service in a year; none where the year is not evaluated.</summary>
    public static IEnumerable<OverviewAlert> Of(ServiceYear service, DateOnly today)
    {
        if (service.Evaluation.WhyNotEvaluated is not null)
        {
            yield break;
        }

        var report = service.Report;
        foreach (var line in OverviewRow.Judged(report).Where(l => l.State == TargetStatus.Missed))
        {
            yield return new OverviewAlert(
                TargetStatus.Missed,
                "Cible manquée",
                $"{report.Cover.Label} : {line.Label}, {line.Quantity(line.Value.Value!.Value)} pour une cible {line.Target!.InWords(line.Decimals, line.Unit)}.");
        }

        if (service.Evaluation.End is null && ConventionTerm.Of(service.Mutualisation, today) is { } term)
        {
            yield return new OverviewAlert(
                term is { State: ConventionTermState.Renewed } or { State: ConventionTermState.Near, IsTacit: true }
                    ? TargetStatus.Close
                    : TargetStatus.Missed,
                "Échéance de convention",
                $"{report.Cover.Label} : {term.Sentence}");
        }

        var contested = service.Evaluation.Dossier.UnitsOf(report.Cover.Year).Where(u => u.State == UnitsState.Contested).ToList();
        if (contested.Count > 0)
        {
            yield return new OverviewAlert(
                TargetStatus.Missed,
                "Unités contestées",
                $"{report.Cover.Label} : {FrenchText.List([.. contested.Select(u => $"{Typography.Apostrophes(u.Units.Member.Name)} ({FrenchPeriod.InItsYear(u.Units.Period)})")])}, sans réponse du service.");
        }

        var received = service.Evaluation.Completeness.Total;
        if (received is { Rate: { } rate, Confidence: not Confidence.Elevee })
        {
            yield return new OverviewAlert(
                received.Confidence == Confidence.Faible ? TargetStatus.Missed : TargetStatus.Close,
                "Complétude insuffisante",
                $"{report.Cover.Label} : {FrenchNumber.Percent(rate * 100)} des valeurs attendues. Sous 80 %, aucune conclusion n’est tirée.");
        }

        if (report.Split.Obstacle is { } obstacle && report.Costs.Full is not null && service.Mutualisation.LegalFormIn(report.Cover.Year).SharesCosts())
        {
            yield return new OverviewAlert(TargetStatus.Missed, "Répartition impossible", $"{report.Cover.Label} : {obstacle}");
        }
    }
}
