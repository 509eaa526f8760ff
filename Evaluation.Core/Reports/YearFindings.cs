using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>
/// What goes well in a year and what does not, the gravest first; what finds no room is counted, never silent. A fact is said on
/// the side on which the criteria judge it, so that no reader finds the contrary further on.
/// </summary>
internal sealed class YearFindings(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
{
    private const int MostItems = 6;
    private const int MostTargetsReached = 2;
    private const string VacantPosts = "TRV-16";

    // A value after its deadline is as little to build on as a value that did not come.
    private const decimal LeastPunctual = 0.8m;

    private readonly IReadOnlyDictionary<string, Evidence> _evidence = evaluation.Criteria
        .SelectMany(c => c.Evidence)
        .DistinctBy(e => e.Code)
        .ToDictionary(e => e.Code, StringComparer.Ordinal);

    private string YearBefore => ReportText.Year(evaluation.Dossier.Year - 1);

    /// <summary>What goes well; a sentence that nothing does when nothing does.</summary>
    public IReadOnlyList<string> Well() => Told(
        GoesWell(), "Aucun résultat favorable n’est établi par les données reçues.", "autre résultat favorable", "autres résultats favorables");

    /// <summary>What does not go well; a sentence that nothing does when nothing does.</summary>
    public IReadOnlyList<string> Wrong() => Told(
        GoesWrong(), "Aucune cible manquée ni dégradation n’apparaît dans les données reçues.", "autre point à améliorer", "autres points à améliorer");

    /// <summary>« Recours reçus : 19 (16 en 2024). »</summary>
    public string Told(IndicatorLine line) => $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)}{Partial(line)}.";

    private static List<string> Told(IEnumerable<string> items, string none, string other, string others)
    {
        List<string> all = [.. items.Select(ReportText.Prose)];
        return all.Count switch
        {
            0 => [ReportText.Prose(none)],
            <= MostItems => all,
            _ => [.. all.Take(MostItems - 1), ReportText.Prose(
                $"Et {FrenchText.Count(all.Count - MostItems + 1, other, others)} dans les tableaux d’indicateurs et les critères.")],
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

        foreach (var line in lines.Where(l => IsFavourable(l) && !(perimeter.AdhesionRate == 1 && IsAdhesion(l)))
            .DistinctBy(l => RegisterEvidence.SaidBy(l.Code) ?? l.Code))
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
                $"sur {FrenchText.Count(received.Expected, "attendue", "attendues")} : trop peu pour conclure.";
        }

        foreach (var line in lines.Where(l => l.State == TargetStatus.Missed))
        {
            yield return $"{AgainstTarget(line)} non atteinte.";
        }

        foreach (var line in lines.Where(l => l.IsMissedMostly))
        {
            yield return $"{AgainstTarget(line)} atteinte sur l’année, manquée la plupart du temps.";
        }

        foreach (var fact in _evidence.Values.Where(e => e.Judgement == Judgement.Defavorable && IsOfRegisters(e)))
        {
            yield return $"{fact.Label} : {ReportText.Inside(fact.Reading)}";
        }

        if (PunctualityRows.IsKnown(evaluation) && received.PunctualityRate is { } rate && rate < LeastPunctual)
        {
            yield return $"Ponctualité : {FrenchNumber.Percent(rate * 100)} des valeurs attendues sont arrivées à l’échéance au plus tard.";
        }

        foreach (var line in lines.Where(l => l is { Code: VacantPosts, Value.Value: > 0, Target: null }))
        {
            yield return IsJudged(line, Judgement.Favorable)
                ? $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)}{Partial(line)} ; il en reste, même s’il y en a moins."
                : Told(line);
        }

        foreach (var line in lines.Where(l => l.State == TargetStatus.Close))
        {
            yield return $"{AgainstTarget(line)} manquée de peu.";
        }

        foreach (var line in lines.Where(l => l.Code != VacantPosts && l.IsConclusive && Trend(l) < 0))
        {
            if (line.State == TargetStatus.Reached)
            {
                yield return $"{AgainstTarget(line)} atteinte, mais le résultat se dégrade.";
            }
            else if (line.State == TargetStatus.NoTarget && IsJudged(line, Judgement.Defavorable))
            {
                yield return Told(line);
            }
        }
    }

    private string AgainstTarget(IndicatorLine line) =>
        $"{line.Label} : {line.Quantity(line.Value.Value!.Value)}{Compared(line)}{Partial(line)} ; " +
        $"cible {line.Target!.InWords(line.Decimals, line.Unit)}";

    private string Compared(IndicatorLine line) => line.AgainstYearBefore(YearBefore) is { } before ? $" ({before})" : "";

    // What lacks a value or a month is told as such wherever it is told.
    private string? Partial(IndicatorLine line) => FigureWords.Partial(line, evaluation.Dossier.Year);

    private static bool IsReached(IndicatorLine line) =>
        line is { State: TargetStatus.Reached, IsMissedMostly: false } && Trend(line) >= 0;

    // A fact of the registers that an indicator says again is good when it is judged so, and told when it betters.
    private bool IsFavourable(IndicatorLine line) => line is { IsConclusive: true, State: TargetStatus.NoTarget }
        && (RegisterEvidence.SaidBy(line.Code) is { } fact
            ? Trend(line) > 0 && _evidence.GetValueOrDefault(fact)?.Judgement == Judgement.Favorable
            : IsJudged(line, Judgement.Favorable) && !(line.Code == VacantPosts && line.Value.Value > 0));

    private bool IsJudged(IndicatorLine line, Judgement judgement) => _evidence.GetValueOrDefault(line.Code)?.Judgement == judgement;

    private static bool IsAdhesion(IndicatorLine line) => RegisterEvidence.SaidBy(line.Code) == RegisterEvidence.Adhesion;

    // What concerns the cost is said beside it.
    private bool IsOfRegisters(Evidence evidence) =>
        evidence.Code is not (RegisterEvidence.Forecast or RegisterEvidence.Savings) && evaluation.Find(evidence.Code) is null;

    // +1 for the good way, −1 for the wrong one, 0 when nothing changed enough, nothing compares or nothing judges.
    private static int Trend(IndicatorLine line) =>
        line is { Value.Value: not null, IsChangeConclusive: true, IsChangeTelling: true, Way: { } way }
        ? line.Direction switch
        {
            Direction.HigherIsBetter => way,
            Direction.LowerIsBetter => -way,
            Direction.Neutral => 0,
        }
        : 0;
}
