using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>Who takes part in which service, and over the years.</summary>
internal static class DebatedAdhesion
{
    private const int MostYears = 10;
    private const decimal Everyone = 100;

    public static DebatedPart Of(BudgetDebateFacts facts)
    {
        if (facts.Running.Count == 0)
        {
            return new DebatedPart("", [], [new PaperText($"Aucun service {(facts.IsOver ? "n’a fonctionné" : "ne fonctionne")} en {facts.Written}.")]);
        }

        var now = AdhesionCount.In(facts.Year, facts.Community, facts.Running);
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"),
            PaperColumn.Words("Forme juridique"),
            PaperColumn.Count("Membres"),
            PaperColumn.Count("dont communes"),
            PaperColumn.Count("Communes de la communauté"),
            new("Taux d’adhésion", PaperFormat.Percent()),
        ];
        return new DebatedPart(
            "",
            [
                new PaperFigure("Services mutualisés", FrenchNumber.Format(facts.Running.Count), null),
                new PaperFigure(
                    "Adhésions de communes", FrenchNumber.Format(now.Adhesions), now.Rate is { } rate ? $"{FrenchNumber.Percent(rate)} des adhésions possibles" : null),
            ],
            [
                new PaperTable(
                    "Services", $"Membres de chaque service au 31 décembre {facts.Written}", null, columns, [.. facts.Running.Select(s => Row(facts, s))]),
                Curve(facts),
                new PaperNote(
                    "Une adhésion est une commune qui participe à un service au 31 décembre. Les adhésions possibles sont le nombre de communes de la " +
                    "communauté, compté une fois par service en fonctionnement dans l’année."
                    + (facts.IsOver ? "" : $" L’année {facts.Written} n’est pas achevée : les adhésions sont celles enregistrées à ce jour.")),
            ]);
    }

    private static PaperRow Row(BudgetDebateFacts facts, ServiceYears service)
    {
        var perimeter = Perimeter.Of(facts.Community, service.Mutualisation, facts.Year);
        return PaperRow.Of(
            service.Label,
            service.Mutualisation.LegalFormIn(facts.Year).Label(),
            perimeter.MembersAtEnd,
            perimeter.CommunesAtEnd,
            perimeter.EligibleCommunes,
            PaperCell.Of(perimeter.AdhesionRate * 100, PaperTotals.NotApplicable));
    }

    private static PaperChart Curve(BudgetDebateFacts facts)
    {
        var counts = Counts(facts);
        IReadOnlyList<string> years = [.. counts.Select(c => ReportText.Year(c.Year))];
        var known = counts.Where(c => c.Count.Rate is not null).ToList();
        var isRunning = !facts.IsOver;
        var title = "Part des adhésions possibles, par année";
        var chart = new LineChart
        {
            Title = title,
            Description = known.Count == 0
                ? "Courbe sans valeur."
                : ReportText.Prose($"Courbe de {ReportText.Year(known[0].Year)} à {ReportText.Year(known[^1].Year)}. Toutes les valeurs sont dans le tableau de données."),
            Categories = years,
            Current = new LineSeries("ensemble", [.. counts.Select(c => new LinePoint(c.Count.Rate, isRunning && c.Year == facts.Year))]),
            Decimals = 1,
            Ceiling = Everyone,
        };
        return new PaperChart(
            "adhesion",
            facts.Edition.Sheet(
                chart,
                isRunning ? "En % ; point creux : année non achevée" : "En %",
                Takeaway(known),
                facts.Community,
                "Services mutualisés",
                facts.Subject),
            new PaperTable(
                "Adhésion par année",
                "Adhésions de communes aux services, au 31 décembre",
                "Taux : adhésions ÷ adhésions possibles",
                [
                    PaperColumn.Words("Année"), PaperColumn.Count("Services"), PaperColumn.Count("Adhésions"), PaperColumn.Count("Adhésions possibles"),
                    new("Taux", PaperFormat.Percent()),
                ],
                [
                    .. counts.Select(c => PaperRow.Of(
                        ReportText.Year(c.Year), c.Count.Services, c.Count.Adhesions, c.Count.Possible, PaperCell.Of(c.Count.Rate, PaperTotals.NotApplicable))),
                ]));
    }

    // From the first year in which a commune takes part, ten years at most.
    private static List<(int Year, AdhesionCount Count)> Counts(BudgetDebateFacts facts) =>
        [.. Enumerable.Range(facts.Year - MostYears + 1, MostYears)
            .Where(year => year >= Period.MinYear)
            .Select(year => (Year: year, Count: AdhesionCount.In(year, facts.Community, facts.Services)))
            .SkipWhile(c => c.Count.Adhesions == 0 && c.Year < facts.Year)];

    private static string? Takeaway(List<(int Year, AdhesionCount Count)> known) => known is [var first, .., var last]
        ? first.Count.Rate == last.Count.Rate
            ? $"Le taux d’adhésion est le même en {ReportText.Year(first.Year)} et en {ReportText.Year(last.Year)} : {FrenchNumber.Percent(last.Count.Rate!.Value)}."
            : $"De {ReportText.Year(first.Year)} à {ReportText.Year(last.Year)}, le taux d’adhésion passe de {FrenchNumber.Percent(first.Count.Rate!.Value)} " +
            $"({FrenchText.Count(first.Count.Services, "service", "services")}) à {FrenchNumber.Percent(last.Count.Rate!.Value)} " +
            $"({FrenchText.Count(last.Count.Services, "service", "services")})."
        : null;
}
