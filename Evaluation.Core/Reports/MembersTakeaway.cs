using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>The sentence to remember of a comparison between members.</summary>
internal static class MembersTakeaway
{
    private const int Leaders = 5;
    private const int FewestForLeaders = 8;

    public static string? Of(IndicatorLine line, bool areCommunes)
    {
        var known = line.Members.Where(m => m.WholeValue is not null)
            .OrderByDescending(m => m.WholeValue)
            .ToList();
        if (known.Count < 2)
        {
            return null;
        }

        var sentence = MembersFigure.HasMemberTarget(line) ? AgainstTarget(line, known, areCommunes)
            : line.Aggregation is AggregationRule.Sum or AggregationRule.Last ? IsWhole(line) ? Concentration(known, areCommunes) : null
            : Range(line, known);
        return sentence is null ? null : ReportText.Prose(sentence);
    }

    // A part of a total that lacks a member is too large a part.
    private static bool IsWhole(IndicatorLine line) =>
        line.Members.All(m => m.WholeValue is not null || m.Value.Absence == Absence.NotApplicable);

    private static string AgainstTarget(IndicatorLine line, List<MemberFigure> known, bool areCommunes)
    {
        var target = line.Target!;
        var beyond = known.Count(m => target.IsMaximum ? m.Value.Value > target.Value : m.Value.Value < target.Value);
        var noun = areCommunes ? FrenchText.Plural(beyond, "commune", "communes") : FrenchText.Plural(beyond, "membre", "membres");
        if (beyond == 0)
        {
            var none = areCommunes ? "Aucune commune" : "Aucun membre";
            return $"{none} {(target.IsMaximum ? "ne dépasse la cible" : "n’est sous la cible")}, " +
                $"sur {FrenchNumber.Format(known.Count)}.";
        }

        var verb = target.IsMaximum
            ? FrenchText.Plural(beyond, "dépasse", "dépassent") + " la cible"
            : FrenchText.Plural(beyond, "est", "sont") + " sous la cible";
        return $"{FrenchNumber.Format(beyond)} {noun} sur {FrenchNumber.Format(known.Count)} {verb}. {Range(line, known)}";
    }

    private static string? Concentration(List<MemberFigure> known, bool areCommunes)
    {
        var total = known.Sum(m => m.Value.Value!.Value);
        if (total <= 0 || known[^1].Value.Value < 0)
        {
            return null;
        }

        var first = $"{known[0].Member.Name} fait {Part(known[0].Value.Value!.Value, total)} du total";
        if (known.Count < FewestForLeaders)
        {
            return first + ".";
        }

        var leaders = Part(known.Take(Leaders).Sum(m => m.Value.Value!.Value), total);
        return $"{first} ; les cinq {(areCommunes ? "premières communes" : "premiers membres")} en font {leaders}.";
    }

    private static string Range(IndicatorLine line, List<MemberFigure> known)
    {
        var (high, low) = (known[0].Value.Value!.Value, known[^1].Value.Value!.Value);
        return high == low
            ? $"La valeur est partout la même : {line.Quantity(high)}."
            : $"Le plus haut : {At(high)}, {line.Quantity(high)} ; le plus bas : {At(low)}, {line.Quantity(low)}.";

        // Several may share an extreme: none of them alone is the highest.
        string At(decimal value) => FrenchText.Names([.. known.Where(m => m.Value.Value == value).Select(m => m.Member.Name)]);
    }

    private static string Part(decimal part, decimal total) => FrenchNumber.Percent(part / total * 100);
}
