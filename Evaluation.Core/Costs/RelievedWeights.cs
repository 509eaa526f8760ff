using System.Numerics;

namespace Evaluation.Core.Costs;

/// <summary>Weights once small and recent members are relieved: the others bear what these do not.</summary>
internal sealed class RelievedWeights
{
    private readonly decimal[] _solidarity;
    private readonly decimal[] _entry;
    private readonly decimal[] _before;
    private readonly decimal[] _between;
    private readonly decimal[] _after;

    public RelievedWeights(SpanTerms terms, IReadOnlyList<Contributor> contributors, BigInteger[] weights)
    {
        _solidarity = [.. contributors.Select(terms.SolidarityOf)];
        _entry = [.. contributors.Select(terms.EntryOf)];
        var helped = QuotaWeights.Times(weights, _solidarity);
        Weights = QuotaWeights.Times(helped, _entry);
        _before = QuotaWeights.Parts(weights);
        _between = QuotaWeights.Parts(helped);
        _after = QuotaWeights.Parts(Weights);
    }

    public BigInteger[] Weights { get; }

    /// <summary>What they changed for a member, as parts of the whole.</summary>
    public IEnumerable<AppliedTerm> Applied(int index)
    {
        if (_solidarity[index] != 1)
        {
            yield return new AppliedTerm(KeyTerm.Solidarity, _before[index], _between[index]) { IsPart = true };
        }

        if (_entry[index] != 1)
        {
            yield return new AppliedTerm(KeyTerm.ProgressiveEntry, _between[index], _after[index]) { IsPart = true };
        }
    }
}
