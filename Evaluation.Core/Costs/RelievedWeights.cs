using System.Numerics;

namespace Evaluation.Core.Costs;

/// <summary>Weights once small and recent members are relieved: the others bear what these do not.</summary>
internal sealed class RelievedWeights
{
    private readonly decimal[] _solidarity;
    private readonly decimal[] _relief;
    private readonly decimal[] _before;

    public RelievedWeights(SpanTerms terms, IReadOnlyList<Contributor> contributors, BigInteger[] weights)
    {
        _solidarity = [.. contributors.Select(terms.SolidarityOf)];
        _relief = [.. contributors.Select(terms.ReliefOf)];
        _before = QuotaWeights.Parts(weights);
        Weights = QuotaWeights.Times(weights, [.. contributors.Select(terms.ExactReliefOf)]);
    }

    public BigInteger[] Weights { get; }

    /// <summary>What they changed of a member’s weight; its share is then its weight ÷ all weights.</summary>
    public IEnumerable<AppliedTerm> Applied(int index)
    {
        var (weight, helped, borne) = (_before[index], _before[index] * _solidarity[index], _before[index] * _relief[index]);
        if (_solidarity[index] != 1)
        {
            yield return new AppliedTerm(KeyTerm.Solidarity, weight, helped) { IsWeight = true };
        }

        if (_relief[index] != _solidarity[index])
        {
            yield return new AppliedTerm(KeyTerm.ProgressiveEntry, helped, borne) { IsWeight = true };
        }
    }
}
