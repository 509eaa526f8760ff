using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>Writes the page a director reads: every sentence follows from a rule and holds a figure.</summary>
internal sealed class SummaryWriter(
    AnnualEvaluation evaluation,
    ReportEdition edition,
    YearDecisions decisions,
    IReadOnlyList<IndicatorLine> lines,
    IndicatorSection activity,
    IndicatorSection quality,
    CostSection costs,
    SavingsSection? savings,
    CriteriaSection criteria)
{
    // Said with the full cost.
    private const string PerInhabitant = "TRV-07";

    private readonly YearFindings _findings = new(evaluation, lines);

    private string Year => ReportText.Year(evaluation.Dossier.Year);

    private bool IsOver => evaluation.IsYearOver;

    public ReportSummary Write() => new(
        ReportText.Prose(Sentence()),
        new KeyFigures(evaluation, lines, activity, quality, costs, savings).Choose(),
        criteria.ProposalSentence,
        _findings.Well(),
        _findings.Wrong(),
        [.. CostItems().Select(ReportText.Prose)],
        [.. new DirectorRequests(evaluation, edition, decisions).All().Select(ReportText.Prose)]);

    private string Sentence()
    {
        if (evaluation.WhyNotEvaluated is { } why)
        {
            return why;
        }

        var standing = evaluation.End is { } ended ? $" {ended.Sentence}" : "";
        if (evaluation.Perimeter.Participants.Count == 0)
        {
            return $"En {Year}, aucun membre {(IsOver ? "n’a pris" : "ne prend")} part au service.{standing}";
        }

        var members = evaluation.Perimeter.Participants.Count;
        var clauses = new List<string> { $"le service {(IsOver ? "a compté" : "compte")} {FrenchText.Count(members, "membre", "membres")}" };
        if (costs.Full is { } full)
        {
            var verb = costs.IsProvisional ? "doit coûter" : IsOver ? "a coûté" : "coûte";
            clauses.Add($"{verb} {FrenchMoney.Euros(full)}{Evolution()}");
        }

        var judged = lines.Where(l => l.State is TargetStatus.Reached or TargetStatus.Close or TargetStatus.Missed).ToList();
        if (judged.Count > 0)
        {
            var reached = judged.Count(l => l.State == TargetStatus.Reached);
            clauses.Add($"{(IsOver ? "a atteint" : "atteint")} {FrenchText.Count(reached, "cible", "cibles")} sur{FrenchNumber.UnitSpace}{FrenchNumber.Format(judged.Count)}");
        }

        var end = evaluation.Completeness.Total is { Rate: not null, Confidence: Confidence.Faible } received
            ? $" Trop peu de données sont reçues ({FrenchNumber.Percent(received.Rate!.Value * 100)} de celles attendues) pour conclure."
            : "";
        var running = IsOver ? "" : " L’année n’est pas achevée.";
        return $"En {Year}, {FrenchText.List(clauses)}.{running}{end}{standing}";
    }

    private string Evolution() => costs.Total switch
    {
        { Actual.Value: { } now, Previous.Value: { } before } when now == before => ", comme un an plus tôt,",
        { Change.Value: 0 } => " (à moins de 0,1 % de son coût d’un an plus tôt)",
        { Change.Value: > 0 and var up } => $" ({FrenchNumber.Percent(up)} de plus en un an)",
        { Change.Value: { } down } => $" ({FrenchNumber.Percent(-down)} de moins en un an)",
        _ => "",
    };

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
            items.Add(gap > 0
                ? $"Dépassement de la prévision : {FrenchMoney.Euros(gap)}{part}."
                : $"Coût inférieur de {FrenchMoney.Euros(-gap)} à la prévision{part}.");
        }

        foreach (var line in costs.Lines
            .Where(l => l is { Aggregation: AggregationRule.Ratio, Value.Value: not null } && l.Unit != "%" && l.Code != PerInhabitant)
            .Take(1))
        {
            items.Add(_findings.Told(line));
        }

        if (savings is { HasVerdict: true, Figure: { } figure })
        {
            items.Add(figure.Takeaway);
        }
        else if (savings is not null)
        {
            items.Add(savings.Figure is null ? savings.Sentences[0] : savings.Sentences.First(s => s.StartsWith("Pas de verdict sur les économies", StringComparison.Ordinal)));
        }

        if (savings is not null && SavingsWords.Losing(evaluation) is { } losing)
        {
            items.Add(losing);
        }

        return items;
    }
}
