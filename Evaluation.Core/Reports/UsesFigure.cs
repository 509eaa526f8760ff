using System.Text.Json.Serialization;
using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>What one member uses and owes, against its size.</summary>
/// <param name="Member">Who.</param>
/// <param name="IsVilleCentre">Whether it is a ville-centre.</param>
/// <param name="IsPartial">Whether it took part in a part of the year only.</param>
/// <param name="Population">Population totale.</param>
/// <param name="Units">Units of functioning.</param>
/// <param name="UnitsPerThousand">Per 1 000 inhabitants, one decimal.</param>
/// <param name="Amount">Euros of the split, exact.</param>
/// <param name="PerInhabitant">Euros per inhabitant, two decimals.</param>
public sealed record MemberUse(
    ReportMember Member,
    bool IsVilleCentre,
    bool IsPartial,
    Figure Population,
    Figure Units,
    Figure UnitsPerThousand,
    Figure Amount,
    Figure PerInhabitant)
{
    internal bool CanBePlaced => UnitsPerThousand.Value is not null && PerInhabitant.Value is not null;
}

/// <summary>Members by what they use and what they owe, per inhabitant.</summary>
/// <param name="Name">Name of its file and of its anchor.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="UnitLine">What is set beside what, in which units.</param>
/// <param name="Takeaway">The sentence to remember.</param>
/// <param name="UnitLabel">Unit of functioning.</param>
/// <param name="UnitCode">Its code.</param>
/// <param name="UnitDecimals">Its decimals.</param>
/// <param name="Year">The year evaluated.</param>
/// <param name="MemberNoun">« Commune », « Membre » when some are not communes.</param>
/// <param name="Rows">By Insee code; those that cannot be placed too.</param>
public sealed record UsesFigure(
    string Name,
    string Heading,
    string UnitLine,
    string Takeaway,
    string UnitLabel,
    string UnitCode,
    int UnitDecimals,
    int Year,
    string MemberNoun,
    IReadOnlyList<MemberUse> Rows)
{
    /// <summary>What each mark of the chart means, and who has none.</summary>
    [JsonIgnore]
    public string Marks
    {
        get
        {
            var noun = ReportText.Inside(MemberNoun);
            var parts = new List<string> { $"un point par {noun}" };
            if (Rows.Any(r => r is { CanBePlaced: true, IsVilleCentre: true }))
            {
                parts.Add("carré : ville-centre");
            }

            if (Rows.Any(r => r is { CanBePlaced: true, IsPartial: true }))
            {
                parts.Add("marque creuse : une partie de l’année seulement");
            }

            var left = Rows.Count(r => !r.CanBePlaced);
            if (left > 0)
            {
                parts.Add($"sans point, faute de population, d’usage ou de montant connus : {FrenchText.Count(left, noun, noun + "s")}");
            }

            return ReportText.Prose(string.Join(" ; ", parts));
        }
    }

    /// <summary>The chart.</summary>
    public CommuneScatter Drawing() => new()
    {
        Title = $"{Heading}, {ReportText.Year(Year)}",
        Description = "Nuage de points : un point par membre, l’usage en abscisse, le montant en ordonnée. " +
            "Toutes les valeurs sont dans le tableau de données.",
        Across = ReportText.Prose($"{UnitLabel} pour {FrenchNumber.Format(1000)} habitants"),
        Upwards = "Montant en euros par habitant",
        Points =
        [
            .. Rows.Where(r => r.CanBePlaced).Select(r => new ScatterPoint(
                r.Member.Name, r.UnitsPerThousand.Value!.Value, r.PerInhabitant.Value!.Value, r.IsVilleCentre, r.IsPartial)),
        ],
    };
}

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
            Takeaway(placed, units.IsConclusive(unit) ? label : null),
            label,
            unit.Code,
            unit.Decimals,
            evaluation.Dossier.Year,
            ReportText.Opening(noun),
            rows);
    }

    // The unit of functioning of the report; else the one of the key, which is counted even where it is not followed.
    private static IndicatorDefinition? UnitOf(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        var dossier = evaluation.Dossier;
        var code = StrataTable.UnitOf(evaluation, lines)?.Code
            ?? dossier.ConventionOf(dossier.Year)?.Allocation?.Criteria.FirstOrDefault(c => c.Kind == CriterionKind.Indicator)?.Indicator;
        return dossier.Catalogue.Find(code) is
            { Level: IndicatorLevel.Member, Aggregation: Aggregation.Sum or Aggregation.Last } definition ? definition : null;
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
            : $"Le montant par habitant va de {Euros(low)} ({low.Member.Name}) à {Euros(high)} ({high.Member.Name}).";
        return ReportText.Prose(label is not null && placed.Find(r => r.IsVilleCentre) is { } centre
            ? $"{range} {centre.Member.Name}, ville-centre : {Euros(centre)} par habitant pour " +
                $"{centre.UnitsPerThousand.Text(1)} {ReportText.Inside(label)} pour {FrenchNumber.Format(Thousand)} habitants."
            : range);
    }

    private static string Euros(MemberUse use) => use.PerInhabitant.Text(2) + FrenchNumber.UnitSpace + "€";
}
