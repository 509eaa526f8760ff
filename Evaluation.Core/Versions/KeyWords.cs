using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Versions;

/// <summary>Puts all that a key says into words, term by term.</summary>
internal static class KeyWords
{
    private const int Digits = 6;

    public static IEnumerable<(string Id, string Label, string Text)> Of(AllocationKey key, Community community, Catalogue catalogue)
    {
        yield return ("key", "Clé de répartition", Method(key, community, catalogue));
        if (key.LumpSum is { } sum)
        {
            yield return ("lump-sum", "Forfait par membre et par an", FrenchMoney.Euros(sum));
        }

        if (key.LumpSums.Count > 0)
        {
            yield return ("lump-sums", "Forfaits de certains membres", Agreed(key.LumpSums, community, FrenchMoney.Euros));
        }

        if (key.Floor is { } floor)
        {
            yield return ("floor", "Plancher par an", FrenchMoney.Euros(floor));
        }

        if (key.Ceiling is { } ceiling)
        {
            yield return ("ceiling", "Plafond par an", FrenchMoney.Euros(ceiling));
        }

        if (key.GrowthCap is { } cap)
        {
            yield return ("growth-cap", "Hausse d’un an sur l’autre", $"{Percent(cap)} au plus");
        }

        if (key.FranchiseUnits != 0)
        {
            yield return ("franchise", "Franchise", $"{FrenchQuantity.OfShort(key.FranchiseUnits, Digits, "unité", "unités")} par membre et par an");
        }

        if (key.Solidarity is { } solidarity)
        {
            yield return ("solidarity", "Solidarité",
                $"{Percent(solidarity.Discount)} de moins sous {FrenchText.Count(solidarity.PopulationBelow, "habitant", "habitants")}");
        }

        if (key.ProgressiveEntry.Count > 0)
        {
            yield return ("progressive-entry", "Entrée progressive", FrenchText.List([.. key.ProgressiveEntry.Select(Percent)]));
        }

        if (key.Capacity is { } capacity)
        {
            yield return ("capacity", "Capacité", $"{FrenchQuantity.OfShort(capacity.Units, Digits, "unité", "unités")} par an ; " + capacity.BornBy switch
            {
                CapacityBearer.Provider => "le porteur garde la part inutilisée",
                CapacityBearer.Members => "les membres partagent la part inutilisée",
            });
        }

        if (key.WithoutUnits is { } kind)
        {
            yield return ("without-units", "Jours sans aucune unité", Criterion(new KeyCriterion(kind, null, 1), community, catalogue));
        }
    }

    private static string Method(AllocationKey key, Community community, Catalogue catalogue) => key.Method switch
    {
        AllocationMethod.Split => FrenchText.List([.. key.Criteria.Select(c => $"{Percent(c.Weight)} {Criterion(c, community, catalogue)}")]),
        AllocationMethod.UnitPrice => $"coût unitaire {FrenchText.List([.. key.Criteria.Select(c => Criterion(c, community, catalogue))])}",
        AllocationMethod.LumpSum => "forfait",
        AllocationMethod.PerAct => "prix par acte : "
            + FrenchText.List([.. key.Prices.Select(p => $"{Number(p.Price)} € pour {Indicator(p.Indicator, catalogue)}")]),
        AllocationMethod.Free => "gratuit",
    };

    private static string Criterion(KeyCriterion criterion, Community community, Catalogue catalogue) => criterion.Kind switch
    {
        CriterionKind.Equal => "à parts égales",
        CriterionKind.Population => $"selon la {criterion.Population.Label()}" + (criterion.ReferenceYear is { } year ? FormattableString.Invariant($" de {year}") : ""),
        CriterionKind.Indicator => $"selon {Indicator(criterion.Indicator!, catalogue)}",
        CriterionKind.WeightedIndicators => "selon les unités pondérées ("
            + FrenchText.List([.. criterion.UnitWeights.Select(u => $"{Indicator(u.Indicator, catalogue)} × {Number(u.Weight)}")]) + ")",
        CriterionKind.Fixed => $"selon les quotités ({Agreed(criterion.Parts, community, Percent)})",
    };

    private static string Agreed(IReadOnlyList<AgreedFigure> figures, Community community, Func<decimal, string> written) => FrenchText.List(
        [.. figures.Select(f => $"{community.Find(f.Member.ToString())?.Name ?? f.Member.ToString()} {written(f.Value)}")]);

    private static string Indicator(string code, Catalogue catalogue) => $"« {catalogue.Find(code)?.Label ?? code} » ({code})";

    private static string Percent(decimal part) => $"{Number(part * 100)} %";

    private static string Number(decimal number) => FrenchNumber.FormatShort(number, Digits);
}
