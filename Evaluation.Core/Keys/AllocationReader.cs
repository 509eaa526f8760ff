using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Keys;

/// <summary>Reads a key against the catalogue and the members of the community.</summary>
internal static class AllocationReader
{
    /// <summary>The key; what is wrong with it goes to the checks.</summary>
    /// <param name="checks">Where problems are told.</param>
    /// <param name="document">What was sent or stored.</param>
    /// <param name="pointer">Place of the key in its document.</param>
    /// <param name="catalogue">Known indicators.</param>
    /// <param name="community">Where members are looked up by SIREN or INSEE code.</param>
    public static AllocationKey Read(
        DocumentChecks checks, AllocationDocument document, string pointer, Catalogue catalogue, Community community)
    {
        var reading = new KeyReading(checks, catalogue, community);
        var criteria = new CriterionReader(reading);
        var key = new AllocationKey(
            checks.Choice<AllocationMethod>(document.Method, $"{pointer}/method", AllocationMethod.Split),
            [.. DocumentChecks.Items(document.Criteria).Select((c, i) => criteria.Read(c, $"{pointer}/criteria/{i}"))]);
        if (key.Method is AllocationMethod.Split or AllocationMethod.UnitPrice)
        {
            CheckCriteria(checks, key, pointer);
        }
        else if (key.Criteria.Count > 0)
        {
            checks.Add(Refusals.KeyCriteria, $"{pointer}/criteria");
        }

        return new KeyTermsReader(reading).Read(key, document, pointer);
    }

    private static void CheckCriteria(DocumentChecks checks, AllocationKey key, string pointer)
    {
        if (key.Criteria.Where(c => CriterionReader.IsPart(c.Weight)).Sum(c => c.Weight) != 1)
        {
            checks.Add(Refusals.KeyWeights, $"{pointer}/criteria");
        }

        if (key is { Method: AllocationMethod.UnitPrice, SingleUnit: null })
        {
            checks.Add(Refusals.KeyUnitPrice, $"{pointer}/criteria");
        }
    }
}
