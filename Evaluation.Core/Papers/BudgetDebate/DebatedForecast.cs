using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>What the year whose budget is debated is planned to cost, against the one that runs, and which conventions come to their term.</summary>
internal static class DebatedForecast
{
    private const int RunningColumn = 1;
    private const int DebatedColumn = 2;

    public static IReadOnlyList<PaperBlock> Of(BudgetDebateFacts facts)
    {
        var services = facts.Services
            .Where(s => s.Mutualisation.StandingIn(facts.DebatedYear) == ServiceStanding.InForce && s.Mutualisation.LegalFormIn(facts.DebatedYear).SharesCosts())
            .ToList();
        var adoption = UnitCostForecast.BudgetDate(facts.DebatedYear);
        var budget = new PaperNote(
            $"Le budget de {facts.Debated} {(adoption < facts.AsOf ? "était" : "est")} à adopter le {FrenchDate.InWords(adoption)} au plus tard (CGCT L1612-2).");
        if (services.Count == 0)
        {
            return [new PaperText($"Aucun service à coût partagé n’est en fonctionnement en {facts.Debated}."), budget];
        }

        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"),
            PaperColumn.Euros($"Prévu {facts.Next}"),
            PaperColumn.Euros($"Prévu {facts.Debated}"),
            PaperColumn.Difference("Écart"),
            new("Terme de la convention", PaperFormat.Day),
        ];
        IReadOnlyList<PaperRow> rows = [.. services.Select(s => Row(facts, s))];
        var table = new PaperTable(
            "Prévision", $"Coût prévu, {facts.Next} et {facts.Debated}", "En euros ; écart : seconde année − première", columns, rows, PaperTotals.Of(columns, rows));
        return [new PaperText(Sentence(facts, table)), table, budget];
    }

    private static PaperRow Row(BudgetDebateFacts facts, ServiceYears service)
    {
        var running = service.In(facts.RunningYear)?.Costs?.Forecast;
        var debated = service.In(facts.DebatedYear)?.Costs?.Forecast;
        var runs = service.Mutualisation.StandingIn(facts.RunningYear) == ServiceStanding.InForce;
        return PaperRow.Of(
            service.Label,
            runs ? PaperTotals.Known(running) : PaperTotals.NotApplicable,
            PaperTotals.Known(debated),
            runs ? PaperTotals.Difference(running, debated) : PaperTotals.NotApplicable,
            Term(facts, service.Mutualisation));
    }

    private static PaperCell Term(BudgetDebateFacts facts, Mutualisation service) =>
        service.ConventionOn(Period.OfYear(facts.DebatedYear).LastDay) is not { } convention ? "pas de convention"
        : convention.EndsOn is { } end ? end
        : "sans terme";

    // The forecast of the debated year is often made after this paper: what is planned of the year that runs is then told.
    private static string Sentence(BudgetDebateFacts facts, PaperTable table)
    {
        var (running, debated) = (table.Total!.Cells[RunningColumn], table.Total.Cells[DebatedColumn]);
        var known = Known(table, DebatedColumn);
        return debated.Number is not { } planned
            ? $"Aucun coût n’est prévu pour {facts.Debated}" + (running.Number is { } now
                ? $" ; la prévision {(running.Note is null ? "" : "connue ")}de {facts.Next} est de {FrenchMoney.Euros(now)} pour {Services(Known(table, RunningColumn))}."
                : $", ni pour {facts.Next}.")
            : known < table.Rows.Count
                ? $"La prévision de {facts.Debated} est connue pour {Services(known)} sur {FrenchNumber.Format(table.Rows.Count)} : {FrenchMoney.Euros(planned)}."
                : $"La prévision de {facts.Debated} est de {FrenchMoney.Euros(planned)} pour {Services(known)}.";
    }

    private static int Known(PaperTable table, int column) => table.Rows.Count(r => r.Cells[column].Number is not null);

    private static string Services(int count) => FrenchText.Count(count, "service", "services");
}
