using Evaluation.Core.Money;

namespace Evaluation.Core.Costs;

/// <summary>
/// Adds up what the spans of a year bill: what a member does not pay, the provider bears. Limits and cents bind the year
/// (docs/spec/allocation.md).
/// </summary>
internal sealed class PricedYear(IReadOnlyList<PricedDays> spans)
{
    private readonly List<(PricedDays Span, Allocation Allocation)> _bills = [.. spans.Select(s => (s, s.Allocation()))];

    /// <summary>The amounts of the members; what each is billed in a span is told by the span.</summary>
    public IReadOnlyList<MemberShare> Shares() =>
        [.. Rows().Select(row => Limited(row, [.. row.Select(r => new MemberStay(r.Span.Terms, r.Contributor, Math.Abs(r.Bill.Amount)))]))];

    /// <summary>What rounded unit prices leave of the cost, each member’s amount at the cent; 0 without a unit price.</summary>
    public decimal RoundingGap() => spans.Where(s => s.Price is not null).Sum(s => s.Basis.Shared)
        - Rows().Sum(row => Cents.Round(row.Sum(r => r.Span.WholePrice(r.Index) ?? 0)));

    private List<List<Row>> Rows() =>
        [.. _bills.SelectMany(b => b.Span.Contributors.Select((c, i) => new Row(b.Span, c, i, b.Allocation.Shares[i])))
            .GroupBy(r => r.Contributor.Member.Siren)
            .Select(g => g.ToList())];

    private MemberShare Limited(List<Row> row, IReadOnlyList<MemberStay> stays)
    {
        var before = Cents.Round(row.Sum(r => r.Bill.Amount));
        var share = new MemberShare(row[0].Contributor.Member, row.Sum(r => r.Bill.Days), [], 0, before);
        if (!spans.Any(s => s.Terms.HasLimits))
        {
            return share;
        }

        var (sign, limits) = (before < 0 ? -1 : 1, MemberLimits.Of(stays, before < 0 ? -1 : 1));
        var magnitude = Math.Max(limits.Lower, Math.Abs(before));
        var amount = sign * (limits.Upper is { } upper ? Math.Min(upper, magnitude) : magnitude);
        return amount == before
            ? share
            : share with
            {
                Amount = amount,
                Terms = [new AppliedTerm(Math.Abs(amount) > Math.Abs(before) ? KeyTerm.Floor : limits.UpperTerm, before, amount)],
            };
    }

    private sealed record Row(PricedDays Span, Contributor Contributor, int Index, MemberShare Bill);
}
