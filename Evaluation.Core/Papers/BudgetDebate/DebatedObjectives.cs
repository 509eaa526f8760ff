using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>The three objectives of the offer of pooled services, each with its figures.</summary>
internal static class DebatedObjectives
{
    private const int Change = 4;

    public static IEnumerable<PaperSection> Of(BudgetDebateFacts facts) =>
    [
        new("Premier objectif : de nouvelles coopérations", [.. Cooperation(facts)]),
        new("Deuxième objectif : un service homogène", [.. Homogeneity(facts)]),
        new("Troisième objectif : des économies d’échelle", [.. UnitCosts(facts)]),
    ];

    private static IEnumerable<PaperBlock> Cooperation(BudgetDebateFacts facts)
    {
        var (before, now) = (
            AdhesionCount.In(facts.Year - 1, facts.Community, facts.Services), AdhesionCount.In(facts.Year, facts.Community, facts.Services));
        yield return new PaperTable(
            "Coopérations",
            $"Services en fonctionnement et adhésions de communes au 31 décembre, {facts.Before} et {facts.Written}",
            "Écart : seconde année − première",
            [PaperColumn.Words("Mesure"), PaperColumn.Count(facts.Before), PaperColumn.Count(facts.Written), new("Écart", PaperFormat.Signed(0))],
            [
                PaperRow.Of("Services", before.Services, now.Services, now.Services - before.Services),
                PaperRow.Of("Adhésions", before.Adhesions, now.Adhesions, now.Adhesions - before.Adhesions),
            ]);
        IReadOnlyList<string> started = [.. facts.Running.Where(s => !facts.RanBefore(s)).Select(s => $"« {s.Label} »")];
        if (started.Count > 0)
        {
            yield return new PaperText(
                $"{(started.Count == 1 ? "Service" : "Services")} en fonctionnement en {facts.Written} et non en {facts.Before} : {FrenchText.List(started)}.");
        }
    }

    private static IEnumerable<PaperBlock> Homogeneity(BudgetDebateFacts facts)
    {
        var rows = facts.Running.Select(s => Equality(s, facts.Of(s))).OfType<PaperRow>().ToList();
        if (rows.Count == 0)
        {
            yield return new PaperText(
                "Aucun indicateur suivi ne permet de dire si un service devient plus égal entre communes : il y faut un taux, un délai ou une moyenne, assez " +
                $"reçus d’au moins trois communes, les mêmes en {facts.Before} et en {facts.Written}.");
            yield break;
        }

        yield return new PaperTable(
            "Homogénéité",
            $"Écarts entre communes, {facts.Before} et {facts.Written}",
            "Coefficient de variation : écart-type ÷ moyenne des communes connues les deux années ; plus il est petit, plus le service est égal ; écart en points",
            [
                PaperColumn.Words("Service"), PaperColumn.Count("Communes"), new(facts.Before, PaperFormat.Percent()), new(facts.Written, PaperFormat.Percent()),
                new("Écart", PaperFormat.Signed(1)), PaperColumn.Words("Lecture"),
            ],
            rows);
    }

    // One indicator a service: the first followed of which something may be said.
    private static PaperRow? Equality(ServiceYears service, AnnualEvaluation? evaluation) => evaluation is not { Completeness.IsTooLow: false }
        ? null
        : evaluation.Indicators
            .Where(i => i is { IsConclusive: true, Comparison.IsConclusive: true, HomogeneityChange: not null })
            .Select(i => Row(service, i, i.HomogeneityChange!))
            .FirstOrDefault();

    private static PaperRow Row(ServiceYears service, IndicatorResult result, HomogeneityChange change)
    {
        var shown = EqualityChange.Of(change);
        return PaperRow.Of(
            new PaperCell { Words = service.Label, Note = $"{result.Definition.Label} ({result.Definition.Code})" },
            change.Current.Communes,
            shown.Previous,
            shown.Current,
            PaperTotals.Known(shown.Value),
            EqualityChange.Reading(shown));
    }

    private static IEnumerable<PaperBlock> UnitCosts(BudgetDebateFacts facts)
    {
        var compared = facts.Shared.Select(s => (Service: s, Cost: ComparedUnitCost.Of(facts.Of(s), facts.Before, facts.Written))).ToList();
        var rows = compared.Where(c => c.Cost.WhyNot is null)
            .Select(c => PaperRow.Of(c.Service.Label, c.Cost.Unit!, c.Cost.Before, c.Cost.Now, c.Cost.Now - c.Cost.Before))
            .ToList();
        var leftOut = compared.Where(c => c.Cost.WhyNot is not null).Select(c => $"« {c.Service.Label} » ({c.Cost.WhyNot})").ToList();
        if (rows.Count == 0)
        {
            yield return new PaperText($"Aucun service n’a un coût d’une unité constaté et comparable entre {facts.Before} et {facts.Written}.");
        }

        else
        {
            yield return new PaperTable(
                "Coût d’une unité",
                $"Coût constaté d’une unité, {facts.Before} et {facts.Written}",
                "En euros courants ; coût complet ÷ unités utilisées ; écart : seconde année − première",
                [
                    PaperColumn.Words("Service"), PaperColumn.Words("Unité"), new(facts.Before, PaperFormat.Number(4)), new(facts.Written, PaperFormat.Number(4)),
                    new("Écart", PaperFormat.Signed(4)),
                ],
                rows);
            yield return new PaperText(Direction(rows));
        }

        if (leftOut.Count > 0)
        {
            yield return new PaperNote($"Coût d’une unité sans comparaison : {FrenchText.List(leftOut)}.");
        }
    }

    private static string Direction(List<PaperRow> rows)
    {
        var (down, up) = (rows.Count(r => r.Cells[Change].Number < 0), rows.Count(r => r.Cells[Change].Number > 0));
        return $"{(rows.Count == 1 ? "Dans le service de ce tableau" : "Parmi les services de ce tableau")}, sans correction de la hausse des prix, le coût d’une unité " + (rows.Count == 1
            ? down == 1 ? "baisse." : up == 1 ? "monte." : "ne change pas."
            : $"{(down == 0 ? "ne baisse dans aucun" : $"baisse dans {FrenchNumber.Format(down)}")} et " +
                $"{(up == 0 ? "ne monte dans aucun" : $"monte dans {FrenchNumber.Format(up)}")}.");
    }
}
