using System.Numerics;

namespace Evaluation.Core.Costs;

/// <summary>What members weigh in a span whose cost is split entirely (docs/spec/allocation.md).</summary>
internal sealed class SplitDays : ISharedDays
{
    private readonly IReadOnlyList<UnitColumn> _columns;
    private readonly List<UnitColumn> _live;
    private readonly RelievedWeights? _relieved;
    private readonly decimal[] _parts;

    /// <summary>The weights of a span.</summary>
    /// <param name="terms">The key and its days.</param>
    /// <param name="amount">Euros to the cent that go to these days.</param>
    /// <param name="contributors">Who all have a value, in the order in which they are told.</param>
    public SplitDays(SpanTerms terms, decimal amount, IReadOnlyList<Contributor> contributors)
    {
        Terms = terms;
        Contributors = contributors;
        _columns = [.. terms.Key.Criteria.Select(k => UnitColumn.Of(k, contributors, terms))];
        _live = [.. _columns.Where(c => c.Total > 0)];
        Basis = CapacityBasis.Of(terms, amount, _columns[0]);
        var weights = QuotaWeights.Of(_live, contributors.Count);
        _relieved = terms.HasReliefs ? new RelievedWeights(terms, contributors, weights) : null;
        Weights = _relieved?.Weights ?? weights;
        _parts = QuotaWeights.Parts(Weights);
    }

    public SpanTerms Terms { get; }

    public CostBasis Basis { get; }

    public IReadOnlyList<Contributor> Contributors { get; }

    /// <summary>In proportion, in the order of contributors.</summary>
    public BigInteger[] Weights { get; }

    /// <summary>Whether nobody weighs anything: there is nothing to split by.</summary>
    public bool HasNoUnits => Weights.All(w => w.IsZero);

    /// <summary>The days of a member, with what the key alone gives it.</summary>
    public MemberStay StayOf(int index) => new(Terms, Contributors[index], Math.Abs(Basis.Shared) * _parts[index]);

    /// <summary>What each member weighs; amounts are not rounded yet.</summary>
    public Allocation Allocation()
    {
        var whole = _live.Sum(c => c.Criterion.Weight);
        return new Allocation(
            Terms.Key,
            Basis.Full,
            _columns is [{ Criterion.IsMeasured: true, UsedTotal: > 0 } only]
                ? decimal.Round(Basis.Shared / only.UsedTotal, 4, MidpointRounding.AwayFromZero)
                : null,
            [.. Contributors.Select((c, i) => new MemberShare(c.Member, c.Days, Criteria(i, whole), _parts[i], Basis.Shared * _parts[i])
            {
                Terms = [.. _columns.Where(column => column.HasFranchise(i)).Select(column => column.Franchise(i)), .. _relieved?.Applied(i) ?? []],
            })],
            0,
            [.. _columns.Except(_live).Select(c => c.Criterion)])
        {
            Basis = Basis,
            UnitsUsed = _columns is [{ Criterion.IsMeasured: true } single] ? single.UsedTotal : null,
            ProviderPart = Basis.UnusedCapacityKept,
        };
    }

    private CriterionUnits[] Criteria(int index, decimal whole) =>
        [.. _columns.Select(c => c.Shown(index, Contributors[index], c.Total > 0 ? c.Criterion.Weight / whole : 0))];
}
