using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>
/// The monthly or quarterly dashboard of a service (docs/spec/dashboards.md): what came, what is late, six indicators against
/// the same months of the year before, what is to be looked at. Nothing is concluded on partial data.
/// </summary>
public static class DashboardPaper
{
    /// <summary>The dashboard: pure, the same every time.</summary>
    /// <exception cref="ArgumentException">The period is no month and no quarter, or not of the year of the dossier.</exception>
    public static Paper Of(DashboardSubject subject)
    {
        var known = new KnownPeriod(subject);
        var received = known.Received();
        var overdue = Lateness.Of(known.Dossier, known.Today);
        var indicators = KeyIndicator.All(known);
        var alerts = DashboardAlert.Of(known, indicators);
        var (community, mutualisation) = (known.Dossier.Community, known.Dossier.Mutualisation);
        var total = received.Aggregate(new Received(0, 0, 0), (sum, row) => sum + row.Received);
        var pace = known.Period.Periodicity == Periodicity.Monthly ? "mensuel" : "trimestriel";
        return PaperProse.Of(new Paper(
            ReportText.Name(community.Name),
            mutualisation.Label,
            $"Tableau de bord {pace}, {FrenchPeriod.InWords(known.Period)}",
            $"Établi le {FrenchDate.InWords(known.ToldOn)}, sur les valeurs reçues jusqu’à ce jour.",
            community.IsDemonstration,
            DashboardWords.Lead(known, total, overdue, alerts.Count),
            [
                new PaperSection("L’essentiel", [new PaperFigures([.. DashboardWords.Figures(total, overdue, alerts.Count)])]),
                IndicatorsPart.Of(known, KeyIndicator.Chosen(indicators)),
                new PaperSection("Ce qui est arrivé", [.. ArrivalPart.Of(known, received, total)]),
                new PaperSection("Ce qui est en retard", [.. OverduePart.Of(known, overdue)]),
                new PaperSection("Alertes", [.. AlertsPart.Of(known, alerts)]),
            ]));
    }
}
