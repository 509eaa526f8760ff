using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Reports;

/// <summary>Sets uses beside amounts.</summary>
internal static class UsesFigures
{
    private const decimal Thousand = 1000;
    private const int FewestPoints = 2;

    /// <summary>The figure; null without a split, without a counted unit, or with fewer than two members to place.</summary>
    public static UsesFigure? Of(string name, AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        if (evaluation.Allocation.Allocation is not { } allocation || UnitOf(evaluation, lines) is not { } unit)
        {
            return null;
        }

        var units = new IndicatorLines(evaluation);
        var amounts = allocation.Shares.ToDictionary(s => s.Member.Siren, s => s.Amount);
        IReadOnlyList<MemberUse> rows =
        [
            .. evaluation.Perimeter.Participants.Select(p => Row(
                p,
                evaluation.Perimeter.DaysInYear,
                units.OverYear(unit, p.Member.Siren),
                amounts.TryGetValue(p.Member.Siren, out var amount) ? amount : null)),
        ];
        var placed = rows.Where(r => r.CanBePlaced).ToList();
        if (placed.Count < FewestPoints)
        {
            return null;
        }

        var noun = PerimeterSections.AreCommunes(evaluation) ? "commune" : "membre";
        var label = ReportText.Prose(unit.Label);
        return new UsesFigure(
            name,
            $"Usage et montant par habitant, par {noun}",
            UnitLine(evaluation, unit.Code, label),
            Takeaway(placed, evaluation.Find(unit.Code) is not { IsConclusive: false } ? label : null),
            label,
            unit.Code,
            unit.Decimals,
            evaluation.Dossier.Year,
            FrenchText.Opening(noun),
            rows);
    }

    // The unit of functioning of the report; else the one of the key, which is counted even where it is not followed.
    private static IndicatorDefinition? UnitOf(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        var dossier = evaluation.Dossier;
        var code = StrataTable.UnitOf(evaluation, lines)?.Code
            ?? dossier.ConventionOf(dossier.Year)?.Allocation?.Criteria.FirstOrDefault(c => c.Kind == CriterionKind.Indicator)?.Indicator;
        var unit = dossier.Catalogue.Find(code);
        return unit is { Level: IndicatorLevel.Member, Aggregation: AggregationRule.Sum or AggregationRule.Last } ? unit : null;
    }

    private static MemberUse Row(Participant participant, int daysInYear, Figure units, decimal? amount)
    {
        var inhabitants = participant.Population is > 0 ? participant.Population : null;
        return new MemberUse(
            ReportMember.Of(participant.Member),
            participant.Member.IsVilleCentre,
            participant.Days < daysInYear,
            Figure.Of(participant.Population, 0),
            units,
            inhabitants is null || units.Value is null ? Absent(units) : Figure.Of(units.Value * Thousand / inhabitants, 1),
            amount is null ? Figure.NotApplicable : Figure.Of(amount, 2),
            inhabitants is null || amount is null ? Figure.NotApplicable : Figure.Of(amount / inhabitants, 2));
    }

    private static Figure Absent(Figure units) => units.Value is null ? units : Figure.NotApplicable;

    private static string UnitLine(AnnualEvaluation evaluation, string code, string label) => ReportText.Prose(
        $"Usage : {ReportText.Inside(label)} ({code}) pour {FrenchNumber.Format(Thousand)} habitants ; " +
        $"montant {(evaluation.Costs is { IsProvisional: true } ? "prévu " : "")}en euros par habitant");

    // Without a label uses are too incomplete to be told in a sentence.
    private static string Takeaway(List<MemberUse> placed, string? label)
    {
        var high = placed.MaxBy(r => r.PerInhabitant.Value)!;
        var low = placed.MinBy(r => r.PerInhabitant.Value)!;
        var range = high.PerInhabitant.Value == low.PerInhabitant.Value
            ? $"Le montant par habitant est partout le même : {Euros(high)}."
            : $"Le montant par habitant va de {Euros(low)} ({At(low)}) à {Euros(high)} ({At(high)}).";
        return ReportText.Prose(label is not null && placed.Find(r => r.IsVilleCentre) is { } centre
            ? $"{range} {centre.Member.Name}, ville-centre : {Euros(centre)} par habitant ; " +
                $"usage pour {FrenchNumber.Format(Thousand)} habitants : {centre.UnitsPerThousand.Text(1)} ({ReportText.Inside(label)})."
            : range);

        string At(MemberUse extreme) =>
            FrenchText.Names([.. placed.Where(r => r.PerInhabitant.Value == extreme.PerInhabitant.Value).Select(r => r.Member.Name)]);
    }

    private static string Euros(MemberUse use) => use.PerInhabitant.Text(2) + FrenchNumber.UnitSpace + "€";
}
