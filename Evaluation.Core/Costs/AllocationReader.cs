using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>Reads a key against the catalogue.</summary>
internal static class AllocationReader
{
    public static AllocationKey Read(DocumentChecks checks, AllocationDocument document, string pointer, Catalogue catalogue)
    {
        var key = new AllocationKey(
            checks.Choice<AllocationMethod>(document.Method, $"{pointer}/method", AllocationMethod.Split),
            [.. DocumentChecks.Items(document.Criteria).Select((c, i) => ReadCriterion(checks, c, $"{pointer}/criteria/{i}", catalogue))]);
        if (key.Criteria.Where(c => IsPart(c.Weight)).Sum(c => c.Weight) != 1)
        {
            checks.Add("key.weights", $"{pointer}/criteria", "Les poids des critères doivent faire exactement 1 : corrigez-les.");
        }

        if (key.Method == AllocationMethod.UnitPrice
            && key.Criteria is not [{ Kind: CriterionKind.Indicator }])
        {
            checks.Add(
                "key.unitPrice", $"{pointer}/criteria", "Le coût unitaire suppose un seul critère, l’unité de fonctionnement : gardez celui-là.");
        }

        return key;
    }

    private static bool IsPart(decimal weight) => weight is > 0 and <= 1;

    private static KeyCriterion ReadCriterion(
        DocumentChecks checks, KeyCriterionDocument document, string pointer, Catalogue catalogue)
    {
        var kind = checks.Choice<CriterionKind>(document.Criterion, $"{pointer}/criterion");
        if (!IsPart(document.Weight))
        {
            checks.Add("key.weight", $"{pointer}/weight", "Ce poids n’est pas valable : plus de 0 et au plus 1.");
        }

        if (kind != CriterionKind.Indicator)
        {
            return new KeyCriterion(kind, null, document.Weight);
        }

        if (catalogue.Find(document.Indicator) is not { Level: IndicatorLevel.Member, IsComputed: false, IsDerived: false, Min: >= 0 })
        {
            checks.Add(
                "key.indicator",
                $"{pointer}/indicator",
                $"« {document.Indicator} » ne peut pas répartir un coût : il faut un indicateur du catalogue, transmis commune par commune.");
        }

        return new KeyCriterion(kind, document.Indicator, document.Weight);
    }
}
