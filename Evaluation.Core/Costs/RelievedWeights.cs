using System.Numerics;

namespace Evaluation.Core.Costs;

/// <summary>Weights once small and recent members are relieved: the others bear what these do not.</summary>
internal sealed class RelievedWeights
{
    private readonly decimal[] _solidarity;
    private readonly decimal[] _entry;
    private readonly decimal[] _before;

    public RelievedWeights(SpanTerms terms, IReadOnlyList<Contributor> contributors, BigInteger[] weights)
    {
        _solidarity = [.. contributors.Select(terms.SolidarityOf)];
        _entry = [.. contributors.Select(terms.EntryOf)];
        Weights = QuotaWeights.Times(QuotaWeights.Times(weights, _solidarity), _entry);
        _before = QuotaWeights.Parts(weights);
    }

    public BigInteger[] Weights { get; }

    /// <summary>What they changed of a member’s weight; its share is then its weight ÷ all weights.</summary>
    public IEnumerable<AppliedTerm> Applied(int index)
    {
        var weight = _before[index];
        if (_solidarity[index] != 1)
        {
            yield return new AppliedTerm(KeyTerm.Solidarity, weight, weight * _solidarity[index]) { IsWeight = true };
            weight *= _solidarity[index];
        }

        if (_entry[index] != 1)
        {
            yield return new AppliedTerm(KeyTerm.ProgressiveEntry, weight, weight * _entry[index]) { IsWeight = true };
        }
    }
}
