using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>
/// Chooses five figures: activity, quality, cost, unit cost, savings once they may be judged, members; what a service does not have gives way to
/// population, completeness, then other indicators.
/// </summary>
internal sealed class KeyFigures(
    AnnualEvaluation evaluation,
    IReadOnlyList<IndicatorLine> lines,
    IndicatorSection activity,
    IndicatorSection quality,
    CostSection costs,
    SavingsSection? savings)
{
    private const int Count = 5;
    private const decimal ThousandsFrom = 10_000;

    private string YearBefore => ReportText.Year(evaluation.Dossier.Year - 1);

    public IReadOnlyList<KeyFigure> Choose()
    {
        var main = activity.Course?.Line ?? First(activity.Lines);
        var target = quality.Course?.Line ?? quality.Lines.FirstOrDefault(l => l.Target is not null) ?? First(quality.Lines);
        var unitCost = costs.Lines.FirstOrDefault(l => l.Aggregation == AggregationRule.Ratio && l.Unit != "%");
        IEnumerable<KeyFigure?> wished =
        [
            main is null ? null : Of(main),
            target is null ? null : Of(target),
            Cost(),
            costs.Total is null ? null : unitCost is null ? PerInhabitant() : Of(unitCost),
            Savings(),
            Members(),
            Population(),
            Completeness(),
            .. lines.Where(l => l != main && l != target && l != unitCost && l.Value.Value is not null).Select(Of),
        ];
        return [.. wished.OfType<KeyFigure>().Take(Count)];
    }

    private static IndicatorLine? First(IReadOnlyList<IndicatorLine> of) => of.Count == 0 ? null : of[0];

    private KeyFigure Of(IndicatorLine line)
    {
        var inThousands = line.Unit == "€" && line.Value.Value is { } value && Math.Abs(value) >= ThousandsFrom;
        return new KeyFigure(
            line.Label,
            inThousands ? Figure.Of(line.Value.Value / 1000, 1) : line.Value,
            inThousands ? 1 : line.Decimals,
            inThousands ? "k€" : line.Unit == "unités" ? "" : line.Unit,
            ReportText.Prose((line is { IsPartial: true, Value.Value: not null } ? "valeur partielle ; " : "")
                + (line is { Target: { } target, State: not TargetStatus.NotKnown, Answers: not { AreTooFew: true } }
                    ? $"cible {target.Text(line.Decimals)}{(line.Unit == "%" ? " %" : "")}"
                    : Compared(line))),
            line.State is TargetStatus.NoTarget or TargetStatus.NotKnown ? null : line.State);
    }

    private string Compared(IndicatorLine line) => line.Answers is { AreTooFew: true } few ? few.InWords() : (line.ChangeText, line.AgainstYearBefore(YearBefore)) switch
    {
        ({ } change, { } before) => $"{change} ; {before}",
        (_, { } before) => before,
        _ => $"pas de valeur en {YearBefore}",
    };

    private KeyFigure? Cost()
    {
        if (costs is not { Full: { } full, Total: { } total })
        {
            return null;
        }

        var change = total.Change.Value is { } percent ? $"{FrenchNumber.SignedPercent(percent)} en un an" : null;
        var forecast = !costs.IsProvisional && total.Forecast.Value is { } planned
            ? $"prévu {FrenchMoney.KiloEuros(planned)}"
            : null;
        var words = string.Join(" ; ", new[] { change, forecast }.OfType<string>());
        return new KeyFigure(
            costs.IsProvisional ? "Coût complet prévu" : "Coût complet",
            Figure.Of(full / 1000, 1),
            1,
            "k€",
            ReportText.Prose(words.Length > 0 ? words
                : total.Previous.Value is { } before ? $"{FrenchMoney.KiloEuros(before)} constatés en {YearBefore}"
                : $"pas de coût constaté connu en {YearBefore}"),
            null);
    }

    private KeyFigure PerInhabitant() => new(
        "Coût par habitant", costs.PerInhabitant, 2, "€", "population desservie, au prorata des jours d’adhésion", null);

    private KeyFigure? Savings() => savings is { HasVerdict: true, EfficiencySaving.Value: { } saving, EfficiencyRate.Value: { } rate }
        ? new KeyFigure(
            saving < 0 ? "Surcoût par rapport à la référence" : "Économie par rapport à la référence",
            Figure.Of(Math.Abs(saving) / 1000, 1),
            1,
            "k€",
            ReportText.Prose($"{FrenchNumber.Percent(Math.Abs(rate))} du coût sans la mutualisation, {FrenchMoney.KiloEuros(evaluation.Savings.Total!.ReferenceAtCurrentVolume)}"),
            null)
        : null;

    private KeyFigure Members()
    {
        var perimeter = evaluation.Perimeter;
        return new KeyFigure(
            evaluation.IsYearOver ? "Membres au 31 décembre" : "Membres inscrits pour le 31 décembre",
            Figure.Of(perimeter.MembersAtEnd, 0),
            0,
            "",
            ReportText.Prose($"{FrenchText.Count(perimeter.CommunesAtEnd, "commune", "communes")} sur {FrenchNumber.Format(perimeter.EligibleCommunes)} ; " +
                $"{FrenchNumber.Format(perimeter.MembersAtPreviousEnd)} en {YearBefore}"),
            null);
    }

    private KeyFigure Population() => new(
        "Population desservie",
        Figure.Of(evaluation.Perimeter.PopulationServed, 0),
        0,
        FrenchText.Plural(evaluation.Perimeter.PopulationServed ?? 0, "habitant", "habitants"),
        ReportText.Prose($"{PerimeterSections.Counted(evaluation.Perimeter)} des membres au 31 décembre"),
        null);

    private KeyFigure Completeness()
    {
        var received = evaluation.Completeness.Total;
        return new KeyFigure(
            "Données reçues",
            received.Rate is { } rate ? Figure.Of(rate * 100, 1) : Figure.NotApplicable,
            1,
            "%",
            $"confiance {CompletenessSection.Word(received)}",
            null);
    }
}
