using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>What the next year is planned to cost, and which conventions come to their term.</summary>
internal static class DebatedForecast
{
    private const int Planned = 2;

    public static IReadOnlyList<PaperBlock> Of(BudgetDebateFacts facts)
    {
        var services = facts.Services
            .Where(s => s.Mutualisation.StandingIn(facts.Year + 1) == ServiceStanding.InForce && s.Mutualisation.LegalFormIn(facts.Year + 1).SharesCosts())
            .ToList();
        var budget = new PaperNote(
            $"Le budget de {facts.Next} est à adopter le {FrenchDate.InWords(UnitCostForecast.BudgetDate(facts.Year + 1))} au plus tard (CGCT L1612-2).");
        if (services.Count == 0)
        {
            return [new PaperText($"Aucun service à coût partagé n’est en fonctionnement en {facts.Next}."), budget];
        }

        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"),
            PaperColumn.Euros($"Prévu {facts.Written}"),
            PaperColumn.Euros($"Prévu {facts.Next}"),
            PaperColumn.Difference("Écart"),
            new("Terme de la convention", PaperFormat.Day),
        ];
        IReadOnlyList<PaperRow> rows = [.. services.Select(s => Row(facts, s))];
        var table = new PaperTable(
            "Prévision", $"Coût prévu, {facts.Written} et {facts.Next}", "En euros ; écart : seconde année − première", columns, rows, PaperTotals.Of(columns, rows));
        return [new PaperText(Sentence(facts, table)), table, budget];
    }

    private static PaperRow Row(BudgetDebateFacts facts, ServiceYears service)
    {
        var now = service.In(facts.Year)?.Costs?.Forecast;
        var next = service.In(facts.Year + 1)?.Costs?.Forecast;
        var ranNow = service.Mutualisation.StandingIn(facts.Year) == ServiceStanding.InForce;
        return PaperRow.Of(
            service.Label,
            ranNow ? PaperTotals.Known(now) : PaperTotals.NotApplicable,
            PaperTotals.Known(next),
            ranNow ? PaperTotals.Difference(now, next) : PaperTotals.NotApplicable,
            Term(facts, service.Mutualisation));
    }

    private static PaperCell Term(BudgetDebateFacts facts, Mutualisation service) =>
        service.ConventionOn(Period.OfYear(facts.Year + 1).LastDay) is not { } convention ? "pas de convention"
        : convention.EndsOn is { } end ? end
        : "sans terme";

    private static string Sentence(BudgetDebateFacts facts, PaperTable table)
    {
        var known = table.Rows.Count(r => r.Cells[Planned].Number is not null);
        return table.Total!.Cells[Planned].Number is not { } planned
            ? $"Aucun coût n’est encore prévu pour {facts.Next}."
            : known < table.Rows.Count
                ? $"La prévision de {facts.Next} est connue pour {FrenchText.Count(known, "service", "services")} sur {FrenchNumber.Format(table.Rows.Count)} : {FrenchMoney.Euros(planned)}."
                : $"La prévision de {facts.Next} est de {FrenchMoney.Euros(planned)} pour {FrenchText.Count(known, "service", "services")}.";
    }
}
