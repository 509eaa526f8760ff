using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>
/// The main indicators year by year: those with a target first, then in the order in which they are followed. A value that is
/// not known whole, or rests on less than 80 % of what was due, is told and marked; it is not drawn, and nothing is concluded.
/// </summary>
internal static class YearlyIndicators
{
    private const int MostIndicators = 6;
    private const string Percent = "%";
    private const decimal Everyone = 100;

    public static IEnumerable<PaperBlock> Of(MultiYearFacts facts)
    {
        var latest = facts.Years.LastOrDefault(y => facts.Of(y) is not null);
        IReadOnlyList<IndicatorDefinition> main = latest == 0
            ? []
            : [.. facts.Of(latest)!.Indicators.Where(i => i.Definition.Family != IndicatorFamily.Cout).OrderBy(i => i.Followed.Target is null).Select(i => i.Definition).Take(MostIndicators)];
        if (main.Count == 0)
        {
            yield return new PaperText("Aucun indicateur n’est suivi.");
        }

        foreach (var definition in main)
        {
            yield return Chart(facts, definition);
        }
    }

    private static PaperChart Chart(MultiYearFacts facts, IndicatorDefinition definition)
    {
        var (name, isRate) = (PaperUnit.NameOf(definition), definition.UnitLabel == Percent);
        return new PaperChart(
            definition.Code.ToLowerInvariant(),
            facts.Edition.Sheet(
                new LineChart
                {
                    Title = ReportText.Prose($"{name}, par année"),
                    Description = ReportText.Prose($"Courbe {facts.Span}. Toutes les valeurs sont dans le tableau de données."),
                    Categories = [.. facts.Years.Select(ReportText.Year)],
                    Current = new LineSeries("ensemble", [.. facts.Years.Select(y => new LinePoint(IsSound(In(facts, y, definition)) ? Shown(In(facts, y, definition)!) : null))]),
                    Decimals = definition.Decimals,
                    Ceiling = isRate ? Everyone : null,
                },
                $"{ReportText.InUnit(definition.UnitLabel)} ; sans point : valeur absente, partielle ou reçue à moins de 80 %",
                Takeaway(facts, definition),
                facts.Community,
                facts.Service.Label,
                facts.Subject),
            new PaperTable(
                $"Indicateur {definition.Code}",
                name,
                ReportText.InUnit(definition.UnitLabel),
                [
                    PaperColumn.Words("Année"), new("Valeur", PaperFormat.Number(definition.Decimals)), new("Valeurs reçues", PaperFormat.Percent()),
                    PaperColumn.Words("Remarques"),
                ],
                [.. facts.Years.Select(y => Row(facts, y, definition))]));
    }

    private static PaperRow Row(MultiYearFacts facts, int year, IndicatorDefinition definition)
    {
        if (facts.Of(year) is not { } evaluation)
        {
            return PaperRow.Of(ReportText.Year(year), YearlyFigures.Absent(facts, year), PaperTotals.NotApplicable, facts.WhyNot(year)!);
        }

        if (In(facts, year, definition) is not { } result)
        {
            return PaperRow.Of(ReportText.Year(year), PaperTotals.NotApplicable, PaperTotals.NotApplicable, "non suivi");
        }

        var received = evaluation.Completeness.Behind(definition);
        return PaperRow.Of(
            ReportText.Year(year),
            PaperCell.Of(result.Value is null ? null : Shown(result), IsAwaited(result, received) || result.Answers is { AreTooFew: true } ? PaperTotals.NotApplicable : PaperTotals.NotAvailable),
            PaperCell.Of(received.Rate * 100, PaperTotals.NotApplicable),
            YearlyFigures.Remarks(
                YearlyFigures.Unfinished(facts, year),
                result.Answers?.InWords(),
                result is { IsPartial: true, Value: not null } ? "valeur partielle" : null,
                result.IsConclusive ? null
                    : IsAwaited(result, received) ? "aucune valeur n’est encore attendue : sans conclusion"
                    : "moins de 80 % des valeurs attendues reçues : sans conclusion",
                Breaks(evaluation.Dossier.Catalogue, definition, year),
                YearlyMembers.Change(facts, year)));
    }

    private static string? Breaks(Catalogue catalogue, IndicatorDefinition definition, int year) =>
        catalogue.BreaksBetween(definition, Period.OfYear(year - 1), Period.OfYear(year)) is { Count: > 0 } breaks
            ? $"rupture de série : {FrenchText.List([.. breaks.Select(b => $"définition changée le {FrenchDate.InWords(b.On)}")])}"
            : null;

    private static string? Takeaway(MultiYearFacts facts, IndicatorDefinition definition)
    {
        var known = facts.Years.Where(y => YearlyFigures.IsConclusive(facts, y) && IsSound(In(facts, y, definition))).ToList();
        if (known is not [var first, .., var last]
            || facts.Of(last)!.Dossier.Catalogue.BreaksBetween(definition, Period.OfYear(first), Period.OfYear(last)).Count > 0)
        {
            return null;
        }

        return YearlyFigures.Course(
            facts,
            $"l’indicateur « {definition.Label} »",
            first,
            last,
            Shown(In(facts, first, definition)!),
            Shown(In(facts, last, definition)!),
            value => FrenchQuantity.Of(value, definition.Decimals, definition.UnitLabel),
            "sur l’ensemble des membres");
    }

    private static IndicatorResult? In(MultiYearFacts facts, int year, IndicatorDefinition definition) => facts.Of(year)?.Find(definition.Code);

    // What is not due yet did not fail to come.
    private static bool IsAwaited(IndicatorResult result, Received received) => result is { IsConclusive: false, Value: null } && received.Expected == 0;

    private static bool IsSound(IndicatorResult? result) => result is { Value: not null, IsPartial: false, IsConclusive: true };

    private static decimal Shown(IndicatorResult result) =>
        decimal.Round(result.Value!.Value, result.Definition.Decimals, MidpointRounding.AwayFromZero);
}
