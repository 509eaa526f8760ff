using System.Globalization;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Costs;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>A key and its members as the examples of the specification write them.</summary>
/// <remarks>
/// Criteria are <c>ADS-03*1</c>, <c>PC:1,PA:1.2*1</c>, <c>fixed*0.4</c>; terms are <c>floor=2000</c>; a member is its
/// units by criterion, <c>40/180,6</c>, then <c>@days</c>, <c>^previous</c>, <c>~year of membership</c>.
/// </remarks>
internal sealed class WrittenKey
{
    private readonly Dictionary<string, string> _terms;

    public WrittenKey(string method, string[] words)
    {
        _terms = words.Where(w => w.Contains('=', StringComparison.Ordinal))
            .Select(w => w.Split('=')).ToDictionary(w => w[0], w => w[1], StringComparer.Ordinal);
        Assert.True(DomainCode.TryParse<AllocationMethod>(method, out var parsed), method);
        Key = new AllocationKey(parsed, [.. words.Where(w => w.Contains('*', StringComparison.Ordinal)).Select(Criterion)])
        {
            Floor = Term("floor"),
            Ceiling = Term("ceiling"),
            GrowthCap = Term("growth"),
            WithoutUnits = _terms.TryGetValue("withoutUnits", out var without) && DomainCode.TryParse<CriterionKind>(without, out var kind)
                ? kind
                : null,
            LumpSum = Term("lump"),
            FranchiseUnits = Term("franchise") ?? 0,
            ProgressiveEntry = _terms.TryGetValue("entry", out var entry) ? [.. entry.Split('/').Select(Exact.Number)] : [],
            Solidarity = Pair("solidarity") is var (below, discount)
                ? new Solidarity((int)Exact.Number(below), Exact.Number(discount))
                : null,
            Capacity = Pair("capacity") is var (units, bearer)
                ? new Capacity(Exact.Number(units), bearer == "provider" ? CapacityBearer.Provider : CapacityBearer.Members)
                : null,
            Prices = [.. _terms.Where(t => t.Key.Contains('-', StringComparison.Ordinal)).Select(t => new ActPrice(t.Key, Exact.Number(t.Value)))],
        };
    }

    public AllocationKey Key { get; private set; }

    /// <summary>« direct=1:100 »: a charge on the first member.</summary>
    public IReadOnlyList<DirectCharge> Direct => Pair("direct") is var (rank, amount)
        ? [new DirectCharge(
            Exact.Siren(GivenCommunity.SirenOf(int.Parse(rank, CultureInfo.InvariantCulture))),
            CostCategory.Autre,
            Exact.Number(amount),
            null)]
        : [];

    public IReadOnlyList<Contributor> Contributors(string[] members)
    {
        Key = Key with { Criteria = [.. Key.Criteria.Select((c, k) => WithParts(c, members, k))] };
        return [.. members.Select((written, i) => Contributor(i + 1, written))];
    }

    private Contributor Contributor(int rank, string written)
    {
        var at = written.IndexOfAny(['@', '^', '~']);
        var (figures, marks) = at < 0 ? (written, "") : (written[..at], written[at..]);
        int? population = null;
        var units = new List<(string, decimal)>();
        foreach (var (criterion, figure) in Key.Criteria.Zip(figures.Split('/')))
        {
            population = criterion.Kind == CriterionKind.Population ? (int)Exact.Number(figure) : population;
            units.AddRange(criterion.Indicators.Zip(figure.Split(','), (code, number) => (code, Exact.Number(number))));
        }

        units.AddRange(Key.Prices.Zip(figures.Split(','), (price, number) => (price.Indicator, Exact.Number(number))));
        return GivenContributors.Contributor(rank, population, (int)(Mark(marks, '@') ?? GivenContributors.Year), [.. units]) with
        {
            PreviousAmount = Mark(marks, '^'),
            YearOfMembership = (int?)Mark(marks, '~'),
        };
    }

    private static KeyCriterion Criterion(string word)
    {
        var (what, weight) = word.Split('*') is [var left, var right] ? (left, Exact.Number(right)) : throw new FormatException(word);
        return what switch
        {
            "fixed" => new KeyCriterion(CriterionKind.Fixed, null, weight),
            _ when DomainCode.TryParse<CriterionKind>(what, out var kind) => new KeyCriterion(kind, null, weight),
            _ when what.Contains(':', StringComparison.Ordinal) => new KeyCriterion(CriterionKind.WeightedIndicators, null, weight)
            {
                UnitWeights = [.. what.Split(',').Select(u => u.Split(':')).Select(u => new UnitWeight(u[0], Exact.Number(u[1])))],
            },
            _ => new KeyCriterion(CriterionKind.Indicator, what, weight) { IsStock = Catalogue.Standard[what].Aggregation != AggregationRule.Sum },
        };
    }

    private static KeyCriterion WithParts(KeyCriterion criterion, string[] members, int index) =>
        criterion.Kind != CriterionKind.Fixed
            ? criterion
            : criterion with
            {
                Parts = [.. members.Select((m, i) => new AgreedFigure(
                    Exact.Siren(GivenCommunity.SirenOf(i + 1)), Exact.Number(m.Split('@')[0].Split('/')[index])))],
            };

    private static decimal? Mark(string marks, char sign)
    {
        var at = marks.IndexOf(sign, StringComparison.Ordinal);
        return at < 0 ? null : Exact.Number(marks[(at + 1)..].Split('@', '^', '~')[0]);
    }

    private decimal? Term(string name) => Exact.NumberOrNone(_terms.GetValueOrDefault(name));

    private (string, string)? Pair(string name) =>
        _terms.TryGetValue(name, out var written) && written.Split(':') is [var first, var second] ? (first, second) : null;
}
