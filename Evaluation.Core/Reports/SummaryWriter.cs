using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>Writes the page a director reads: every sentence follows from a rule and holds a figure.</summary>
internal sealed class SummaryWriter(
    AnnualEvaluation evaluation,
    ReportEdition edition,
    IReadOnlyList<IndicatorLine> lines,
    IndicatorSection activity,
    IndicatorSection quality,
    CostSection costs,
    SavingsSection? savings,
    CriteriaSection criteria)
{
    private const int MostItems = 4;

    private string Year => ReportText.Year(evaluation.Dossier.Year);

    private string YearBefore => ReportText.Year(evaluation.Dossier.Year - 1);

    public ReportSummary Write() => new(
        ReportText.Prose(Sentence()),
        new KeyFigures(evaluation, lines, activity, quality, costs, savings).Choose(),
        criteria.ProposalSentence,
        OrNone(GoesWell(), "Aucun résultat favorable n’est établi par les données reçues."),
        OrNone(GoesWrong(), "Aucune cible manquée ni dégradation n’apparaît dans les données reçues."),
        [.. CostItems().Select(ReportText.Prose)],
        [.. new Requests(evaluation, edition).All().Select(ReportText.Prose)]);

    private static List<string> OrNone(IEnumerable<string> items, string none)
    {
        List<string> written = [.. items.Take(MostItems).Select(ReportText.Prose)];
        return written.Count == 0 ? [ReportText.Prose(none)] : written;
    }

    private string Sentence()
    {
        if (evaluation.WhyNotEvaluated is { } why)
        {
            return why;
        }

        var standing = evaluation.End is { } ended ? $" {ended.Sentence}" : "";
        if (evaluation.Perimeter.Participants.Count == 0)
        {
            return $"En {Year}, aucun membre n’a pris part au service.{standing}";
        }

        var members = evaluation.Perimeter.Participants.Count;
        var clauses = new List<string> { $"le service a compté {FrenchText.Count(members, "membre", "membres")}" };
        if (costs.Full is { } full)
        {
            var verb = costs.IsProvisional ? "doit coûter" : "a coûté";
            clauses.Add($"{verb} {FrenchMoney.Euros(full)}{Evolution()}");
        }

        var judged = lines.Where(l => l.State is TargetState.Atteinte or TargetState.Proche or TargetState.NonAtteinte).ToList();
        if (judged.Count > 0)
        {
            var reached = judged.Count(l => l.State == TargetState.Atteinte);
            clauses.Add($"a atteint {FrenchText.Count(reached, "cible", "cibles")} sur{FrenchNumber.UnitSpace}{FrenchNumber.Format(judged.Count)}");
        }

        var end = evaluation.Completeness.Total is { Rate: not null, Confidence: Confidence.Faible } received
            ? $" Trop peu de données sont reçues ({FrenchNumber.Percent(received.Rate!.Value * 100)} de celles attendues) pour conclure."
            : "";
        return $"En {Year}, {FrenchText.List(clauses)}.{end}{standing}";
    }

    private string Evolution() => costs.Total?.Change.Value switch
    {
        null => "",
        0 => ", comme un an plus tôt,",
        > 0 and var up => $" ({FrenchNumber.Percent(up)} de plus en un an)",
        var down => $" ({FrenchNumber.Percent(-down.Value)} de moins en un an)",
    };

    private IEnumerable<string> GoesWell()
    {
        var perimeter = evaluation.Perimeter;
        if (perimeter is { AdhesionRate: 1, EligibleCommunes: > 1 })
        {
            yield return $"Les {FrenchNumber.Format(perimeter.EligibleCommunes)} communes adhèrent au service.";
        }

        foreach (var line in lines.Where(l => l is { State: TargetState.Atteinte, IsMissedMostly: false } && Trend(l) >= 0).Take(2))
        {
            yield return $"{AgainstTarget(line)} atteinte.";
        }

        foreach (var line in lines.Where(l => l.IsConclusive && Trend(l) > 0 && l.State == TargetState.SansCible))
        {
            yield return $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)}.";
        }
    }

    private IEnumerable<string> GoesWrong()
    {
        var received = evaluation.Completeness.Total;
        if (received is { Rate: not null, Confidence: Confidence.Faible })
        {
            yield return $"{FrenchText.Count(received.Count, "valeur reçue", "valeurs reçues")} " +
                $"sur {FrenchNumber.Format(received.Expected)} attendues : trop peu pour conclure.";
        }

        foreach (var line in lines.Where(l => l.State == TargetState.NonAtteinte))
        {
            yield return $"{AgainstTarget(line)} non atteinte.";
        }

        foreach (var line in lines.Where(l => l.IsMissedMostly))
        {
            yield return $"{AgainstTarget(line)} atteinte sur l’année, manquée la plupart du temps.";
        }

        foreach (var line in lines.Where(l => l.State == TargetState.Proche))
        {
            yield return $"{AgainstTarget(line)} manquée de peu.";
        }

        foreach (var line in lines.Where(l =>
            l.IsConclusive && Trend(l) < 0 && l.State is (TargetState.SansCible or TargetState.Atteinte)))
        {
            yield return $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)}.";
        }
    }

    private List<string> CostItems()
    {
        if (costs is not { Full: { } full, Total: { } total })
        {
            return [costs.Notes[0]];
        }

        var perInhabitant = costs.PerInhabitant.Value is { } each ? $", soit {FrenchMoney.Euros(each)} par habitant" : "";
        var items = new List<string>
        {
            $"Coût complet{(costs.IsProvisional ? " prévu" : "")} : {FrenchMoney.Euros(full)}{perInhabitant}.",
        };
        if (total.Gap.Value is { } gap and not 0)
        {
            var part = total.Forecast.Value is { } forecast and not 0
                ? $" ({FrenchNumber.SignedPercent(gap / Math.Abs(forecast) * 100)})"
                : "";
            items.Add($"{(gap > 0 ? "Dépassement de" : "Dépense inférieure à")} la prévision : {FrenchMoney.Euros(Math.Abs(gap))}{part}.");
        }

        foreach (var line in costs.Lines.Where(l => l is { Aggregation: Aggregation.Ratio, Value.Value: not null } && l.Unit != "%").Take(1))
        {
            items.Add($"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)}.");
        }

        if (savings is { HasVerdict: true, Figure: { } figure })
        {
            items.Add(figure.Takeaway);
        }
        else if (savings is not null)
        {
            items.Add(savings.Figure is null ? savings.Sentences[0] : savings.Sentences.First(s => s.StartsWith("Pas de verdict sur les économies", StringComparison.Ordinal)));
        }

        return items;
    }

    private string AgainstTarget(IndicatorLine line) =>
        $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)} ; " +
        $"cible {line.Target!.InWords(line.Decimals, line.Unit)}";

    private string Compared(IndicatorLine line) => line.AgainstYearBefore(YearBefore) is { } before ? $" ({before})" : "";

    // +1 for the good way, −1 for the wrong one, 0 when nothing changed, nothing compares or nothing judges.
    private static int Trend(IndicatorLine line) => line is { Value.Value: not null, IsChangeConclusive: true, Way: { } way }
        ? line.Direction switch
        {
            Direction.HigherIsBetter => way,
            Direction.LowerIsBetter => -way,
            _ => 0,
        }
        : 0;
}
