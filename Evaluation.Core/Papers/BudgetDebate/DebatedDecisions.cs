using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>What was decided after the year before and after the year, and how far it is carried out.</summary>
internal static class DebatedDecisions
{
    private const int MostLate = 5;

    private static readonly IReadOnlyList<PaperColumn> Columns =
    [
        PaperColumn.Words("Service"),
        PaperColumn.Words("Décision"),
        new("Prise le", PaperFormat.Day),
        new("À compter du", PaperFormat.Day),
        PaperColumn.Count("Actions"),
        PaperColumn.Count("Réalisées"),
        PaperColumn.Count("En retard"),
    ];

    public static IReadOnlyList<PaperBlock> Of(BudgetDebateFacts facts)
    {
        List<PaperRow> rows = [.. Rows(facts, facts.Year - 1), .. Rows(facts, facts.Year)];
        List<PaperBlock> blocks = [];
        if (rows.Count > 0)
        {
            blocks.Add(new PaperTable(
                "Décisions", "Décisions et actions", $"Retard au {FrenchDate.InWords(facts.Edition.DataAsOf)}", Columns, rows, PaperTotals.Of(Columns, rows)));
        }

        if (Late(facts) is { Rows.Count: > 0 } late)
        {
            blocks.Add(late);
        }

        return blocks.Count > 0 ? blocks : [new PaperText("Aucune décision n’est enregistrée.")];
    }

    // Of the year every service is told, with or without a decision; of the one before, those that were decided.
    private static IEnumerable<PaperRow> Rows(BudgetDebateFacts facts, int year) => facts.Services
        .Where(s => s.DecisionOn(year) is not null || (year == facts.Year && facts.Running.Contains(s)))
        .Select((s, index) => Row(facts, s, s.DecisionOn(year)) with { Group = index == 0 ? $"Sur l’exercice {ReportText.Year(year)}" : null });

    private static PaperRow Row(BudgetDebateFacts facts, ServiceYears service, SignedDecision? signed) => signed is null
        ? PaperRow.Of(
            [service.Label, "aucune décision enregistrée", .. Enumerable.Repeat<PaperCell>(PaperTotals.NotApplicable, Columns.Count - 2)])
        : PaperRow.Of(
            service.Label,
            signed.Decision.Kind.Label(),
            signed.On,
            signed.Decision.EffectiveOn,
            signed.Decision.Actions.Count,
            signed.Decision.Actions.Count(a => a.State == ActionState.CarriedOut),
            signed.Decision.Actions.Count(a => a.IsLateOn(facts.AsOf)));

    private static PaperTable Late(BudgetDebateFacts facts)
    {
        var late = (from year in new[] { facts.Year - 1, facts.Year }
                    from service in facts.Services
                    from action in service.DecisionOn(year)?.Decision.Actions ?? []
                    where action.IsLateOn(facts.AsOf)
                    orderby action.DueOn
                    select PaperRow.Of(service.Label, action.Label, action.Owner, action.DueOn, action.State.Label())).ToList();
        return new PaperTable(
            "Actions en retard",
            late.Count > MostLate ? "Actions en retard, les cinq plus anciennes" : "Actions en retard",
            null,
            [
                PaperColumn.Words("Service"), PaperColumn.Words("Action"), PaperColumn.Words("Responsable"), new("Échéance", PaperFormat.Day), PaperColumn.Words("État"),
            ],
            [.. late.Take(MostLate)]);
    }
}
