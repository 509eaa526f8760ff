using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>What the services save and cost more, service by service; those of which nothing may be told are named apart.</summary>
internal static class DebatedSavings
{
    private const int Saving = 3;

    public static DebatedPart Of(BudgetDebateFacts facts)
    {
        var told = facts.Shared.Where(s => SavingsReading.WhyNotTold(facts.Of(s)) is null).ToList();
        List<PaperBlock> untold = [.. Untold(facts)];
        if (told.Count == 0)
        {
            var none = facts.Shared.Count == 0 ? "" : $"Aucune économie ni aucun surcoût n’est établi pour {facts.Written}.";
            return new DebatedPart(none, [], untold.Count == 0 ? [new PaperText("Aucun service ne partage de coût.")] : [new PaperText(none), .. untold]);
        }

        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"),
            PaperColumn.Euros($"Coût {facts.Written}"),
            PaperColumn.Euros("Coût sans la mutualisation"),
            PaperColumn.Difference("Économie"),
            PaperColumn.Words("Lecture"),
        ];
        IReadOnlyList<PaperRow> rows = [.. told.Select(s => Row(s, facts.Of(s)!))];
        var table = new PaperTable(
            "Économies",
            $"Économies et surcoûts établis, à prix et volume de {facts.Written}",
            "En euros ; économie : coût sans la mutualisation − coût ; négative, c’est un surcoût",
            columns,
            rows,
            PaperTotals.Of(columns, rows));
        var total = table.Total!.Cells[Saving].Number!.Value;
        var sentence = Sentence(facts, told.Count, total);
        return new DebatedPart(
            sentence,
            [new PaperFigure(total < 0 ? "Surcoût établi" : "Économie établie", FrenchMoney.Euros(Math.Abs(total)), Measured(facts, told.Count))],
            [
                new PaperText(sentence),
                table,
                new PaperNote(
                    "Le coût comprend ce que les membres dépensent encore par eux-mêmes. Sans la mutualisation : ce qu’ils dépensaient avant, aux prix de " +
                    $"{facts.Written} et, quand le volume est mesuré, pour le volume de {facts.Written}."),
                .. untold,
                .. DebatedMembers.Of(facts, told, total),
            ]);
    }

    private static PaperRow Row(ServiceYears service, AnnualEvaluation evaluation)
    {
        var total = evaluation.Savings.Total!;
        return PaperRow.Of(
            service.Label,
            total.Current,
            total.ReferenceAtCurrentVolume,
            total.EfficiencySaving,
            (total.EfficiencySaving switch { > 0 => "économie", < 0 => "surcoût", _ => "ni l’un ni l’autre" })
                + (evaluation.Savings.HasVolume ? "" : ", volume non mesuré"));
    }

    private static string Sentence(BudgetDebateFacts facts, int told, decimal total)
    {
        var of = told == facts.Shared.Count ? "" : $", pour {Measured(facts, told)}";
        return total switch
        {
            0 => $"Ni économie ni surcoût{of} : le coût est celui d’avant, aux prix de {facts.Written}.",
            > 0 => $"L’économie établie est de {FrenchMoney.Euros(total)}{of}.",
            _ => $"Le surcoût établi est de {FrenchMoney.Euros(-total)}{of}.",
        };
    }

    private static string Measured(BudgetDebateFacts facts, int told) =>
        $"{FrenchText.Count(told, "service", "services")} sur {FrenchNumber.Format(facts.Shared.Count)}";

    private static IEnumerable<PaperBlock> Untold(BudgetDebateFacts facts)
    {
        IReadOnlyList<PaperRow> rows =
        [
            .. facts.Shared.Select(s => (Service: s, Why: SavingsReading.WhyNotTold(facts.Of(s)))).Where(s => s.Why is not null)
                .Select(s => PaperRow.Of(s.Service.Label, s.Why!)),
        ];
        return rows.Count == 0
            ? []
            :
            [
                new PaperTable(
                    "Sans conclusion", "Services dont ni économie ni surcoût n’est établi", null, [PaperColumn.Words("Service"), PaperColumn.Words("Pourquoi")], rows),
            ];
    }
}
