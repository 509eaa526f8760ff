using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>What goes well in a year and what does not, the gravest first; what finds no room is counted, never silent.</summary>
internal sealed class YearFindings(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
{
    private const int MostItems = 6;
    private const int MostTargetsReached = 2;
    private const string VacantPosts = "TRV-16";

    // A value after its deadline is as little to build on as a value that did not come.
    private const decimal LeastPunctual = 0.8m;

    private string YearBefore => ReportText.Year(evaluation.Dossier.Year - 1);

    /// <summary>What goes well; a sentence that nothing does when nothing does.</summary>
    public IReadOnlyList<string> Well() => Told(
        GoesWell(), "Aucun résultat favorable n’est établi par les données reçues.", "autre résultat favorable", "autres résultats favorables");

    /// <summary>What does not go well; a sentence that nothing does when nothing does.</summary>
    public IReadOnlyList<string> Wrong() => Told(
        GoesWrong(), "Aucune cible manquée ni dégradation n’apparaît dans les données reçues.", "autre point à améliorer", "autres points à améliorer");

    /// <summary>« Recours reçus : 19 (16 en 2024). »</summary>
    public string Told(IndicatorLine line) => $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)}.";

    private static List<string> Told(IEnumerable<string> items, string none, string other, string others)
    {
        List<string> all = [.. items.Select(ReportText.Prose)];
        return all.Count switch
        {
            0 => [ReportText.Prose(none)],
            <= MostItems => all,
            _ => [.. all.Take(MostItems - 1), ReportText.Prose(
                $"Et {FrenchText.Count(all.Count - MostItems + 1, other, others)} dans les tableaux d’indicateurs.")],
        };
    }

    private IEnumerable<string> GoesWell()
    {
        var perimeter = evaluation.Perimeter;
        if (perimeter is { AdhesionRate: 1, EligibleCommunes: > 1 })
        {
            yield return $"Les {FrenchNumber.Format(perimeter.EligibleCommunes)} communes adhèrent au service.";
        }

        foreach (var line in lines.Where(IsReached).Take(MostTargetsReached))
        {
            yield return $"{AgainstTarget(line)} atteinte.";
        }

        foreach (var line in lines.Where(l => l.IsConclusive && Trend(l) > 0 && l.State == TargetStatus.NoTarget))
        {
            yield return Told(line);
        }

        foreach (var line in lines.Where(IsReached).Skip(MostTargetsReached))
        {
            yield return $"{AgainstTarget(line)} atteinte.";
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

        foreach (var line in lines.Where(l => l.State == TargetStatus.Missed))
        {
            yield return $"{AgainstTarget(line)} non atteinte.";
        }

        foreach (var line in lines.Where(l => l.IsMissedMostly))
        {
            yield return $"{AgainstTarget(line)} atteinte sur l’année, manquée la plupart du temps.";
        }

        if (PunctualityRows.IsKnown(evaluation) && received.PunctualityRate is { } rate && rate < LeastPunctual)
        {
            yield return $"Ponctualité : {FrenchNumber.Percent(rate * 100)} des valeurs attendues sont arrivées à l’échéance au plus tard.";
        }

        foreach (var line in lines.Where(l => l is { Code: VacantPosts, Value.Value: > 0, Target: null }))
        {
            yield return Told(line);
        }

        foreach (var line in lines.Where(l => l.State == TargetStatus.Close))
        {
            yield return $"{AgainstTarget(line)} manquée de peu.";
        }

        foreach (var line in lines.Where(l => l.Code != VacantPosts
            && l.IsConclusive && Trend(l) < 0 && l.State is (TargetStatus.NoTarget or TargetStatus.Reached)))
        {
            yield return line.State == TargetStatus.Reached
                ? $"{AgainstTarget(line)} atteinte, mais le résultat se dégrade."
                : Told(line);
        }
    }

    private string AgainstTarget(IndicatorLine line) =>
        $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)} ; " +
        $"cible {line.Target!.InWords(line.Decimals, line.Unit)}";

    private string Compared(IndicatorLine line) => line.AgainstYearBefore(YearBefore) is { } before ? $" ({before})" : "";

    private static bool IsReached(IndicatorLine line) =>
        line is { State: TargetStatus.Reached, IsMissedMostly: false } && Trend(line) >= 0;

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
