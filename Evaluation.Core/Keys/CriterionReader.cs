using Evaluation.Core.Communities;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Keys;

/// <summary>Reads one criterion of a key.</summary>
internal sealed class CriterionReader(KeyReading reading)
{
    private const decimal LargestUnitWeight = 1_000;

    public static bool IsPart(decimal weight) => weight is > 0 and <= 1;

    public KeyCriterion Read(KeyCriterionDocument document, string pointer)
    {
        var kind = reading.Checks.Choice<CriterionKind>(document.Criterion, $"{pointer}/criterion");
        if (!IsPart(document.Weight))
        {
            reading.Checks.Add(Refusals.KeyWeight, $"{pointer}/weight");
        }

        var criterion = new KeyCriterion(kind, kind == CriterionKind.Indicator ? document.Indicator : null, document.Weight);
        switch (kind)
        {
            case CriterionKind.Indicator:
                reading.RequireShareable(document.Indicator, $"{pointer}/indicator");
                return criterion with { IsStock = reading.IsStock(document.Indicator) };
            case CriterionKind.WeightedIndicators:
                return criterion with { UnitWeights = UnitWeights(document, $"{pointer}/weights") };
            case CriterionKind.Population:
                return Population(criterion, document, pointer);
            case CriterionKind.Fixed:
                return criterion with { Parts = Parts(document, $"{pointer}/shares") };
            default:
                return criterion;
        }
    }

    private KeyCriterion Population(KeyCriterion criterion, KeyCriterionDocument document, string pointer)
    {
        if (document.ReferenceYear is < Period.MinYear or > Period.MaxYear)
        {
            reading.Checks.Add(Refusals.KeyReferenceYear, $"{pointer}/referenceYear");
        }

        return criterion with
        {
            Population = reading.Checks.Choice<PopulationKind>(document.Population, $"{pointer}/population", PopulationKind.Totale),
            ReferenceYear = document.ReferenceYear,
        };
    }

    private List<UnitWeight> UnitWeights(KeyCriterionDocument document, string pointer)
    {
        var weights = new List<UnitWeight>();
        foreach (var (code, weight) in (document.Weights ?? NoFigures).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            reading.RequireShareable(code, $"{pointer}/{Excerpt.Of(code)}");
            weights.Add(new UnitWeight(code, weight) { IsStock = reading.IsStock(code) });
        }

        if (weights.Count == 0 || weights.Exists(w => w.Weight is <= 0 or > LargestUnitWeight))
        {
            reading.Checks.Add(Refusals.KeyUnitWeights, pointer);
        }

        return weights;
    }

    private IReadOnlyList<AgreedFigure> Parts(KeyCriterionDocument document, string pointer)
    {
        var parts = reading.Figures(document.Shares, pointer);
        if (parts.Any(p => p.Value is < 0 or > 1) || parts.Sum(p => p.Value) != 1)
        {
            reading.Checks.Add(Refusals.KeyShares, pointer);
        }

        return parts;
    }

    private static readonly Dictionary<string, decimal> NoFigures = [];
}
