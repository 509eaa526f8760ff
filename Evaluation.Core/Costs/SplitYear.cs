using System.Numerics;
using Evaluation.Core.Communities;
using Evaluation.Core.Money;

namespace Evaluation.Core.Costs;

/// <summary>
/// Splits the cost of a year entirely: what one member does not pay, the others do. Spans weigh together, limits and
/// cents bind the year; ties go to the lowest SIREN (docs/spec/allocation.md).
/// </summary>
internal sealed class SplitYear(IReadOnlyList<SplitDays> spans)
{
    private readonly decimal _shared = spans.Sum(s => s.Basis.Shared);
    private readonly IReadOnlyList<Member> _members = MembersOf(spans);

    /// <summary>The amounts of the members by SIREN, or what prevents them; what each weighs in a span is told by the span.</summary>
    public (IReadOnlyList<MemberShare>? Shares, AllocationObstacle? Obstacle) Shares()
    {
        var rows = spans.Select(RowsOf).ToList();
        var weights = QuotaWeights.Together([.. spans.Select((s, i) => (PartOf(s), WeightsOf(s, rows[i])))]);
        var parts = QuotaWeights.Parts(weights);
        var sign = Math.Sign(_shared);
        var limits = spans.Any(s => s.Terms.HasLimits)
            ? _members.Select((_, i) => MemberLimits.Of(Stays(rows, i), sign)).ToList()
            : null;
        var (amounts, obstacle) = Amounts(weights, limits);
        return amounts is null
            ? (null, obstacle)
            : ([.. _members.Select((member, i) => new MemberShare(
                member, Stays(rows, i).Sum(s => s.Contributor.Days), [], parts[i], sign * amounts[i].Amount)
            {
                Quota = amounts[i].Quota,
                Terms = limits is null ? [] : Limited(limits[i], amounts[i], sign),
            })], null);
    }

    private (BoundedAmount[]? Amounts, AllocationObstacle? Obstacle) Amounts(BigInteger[] weights, List<MemberLimits>? limits)
    {
        if (limits is not null)
        {
            return BoundedSplit.Of(Math.Abs(_shared), weights, limits);
        }

        var quotas = LargestRemainder.Quotas(_shared, weights);
        return ([.. quotas.Select(q => new BoundedAmount(LargestRemainder.Euros(q, 1), null, q))], null);
    }

    // By SIREN, which never changes: an INSEE code that does must not move a cent of the past.
    private static IReadOnlyList<Member> MembersOf(IReadOnlyList<SplitDays> spans) =>
        [.. spans.SelectMany(s => s.Contributors).Select(c => c.Member).DistinctBy(m => m.Siren).OrderBy(m => m.Siren)];

    // Without anything to share, days stand for euros.
    private BigInteger PartOf(SplitDays span) =>
        spans.All(s => s.Basis.Shared == 0) ? span.Terms.Days : Cents.Of(Math.Abs(span.Basis.Shared));

    // By member of the year, its place in the span; −1 when it does not take part.
    private int[] RowsOf(SplitDays span)
    {
        var places = span.Contributors.Select((c, i) => (c.Member.Siren, i)).ToDictionary(p => p.Siren, p => p.i);
        return [.. _members.Select(m => places.GetValueOrDefault(m.Siren, -1))];
    }

    private static BigInteger[] WeightsOf(SplitDays span, int[] rows) =>
        [.. rows.Select(row => row < 0 ? BigInteger.Zero : span.Weights[row])];

    private List<MemberStay> Stays(List<int[]> rows, int member) =>
        [.. spans.Select((s, i) => (Span: s, Row: rows[i][member])).Where(s => s.Row >= 0).Select(s => s.Span.StayOf(s.Row))];

    private static AppliedTerm[] Limited(MemberLimits limits, BoundedAmount amount, int sign) => amount.BeforeLimit is { } before
        ? [new AppliedTerm(amount.Amount >= before ? KeyTerm.Floor : limits.UpperTerm, sign * before, sign * amount.Amount)]
        : [];
}
