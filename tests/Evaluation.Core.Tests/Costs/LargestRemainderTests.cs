using System.Numerics;
using Evaluation.Core.Money;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Costs;

public sealed class LargestRemainderTests
{
    private static readonly Gen<decimal> Amounts = Gen.Choose(-2_000_000_000, 2_000_000_000).Select(cents => cents / 100m);

    private static readonly Gen<BigInteger[]> Weights = Gen.Choose(0, 5_000)
        .Select(w => w % 4 == 0 ? BigInteger.Zero : new BigInteger(w))
        .NonEmptyListOf()
        .Select(w => w.ToArray())
        .Where(w => w.Any(one => one.Sign > 0));

    private static readonly Gen<(decimal Amount, BigInteger[] Weights)> Splits =
        from amount in Amounts from weights in Weights select (amount, weights);

    [Theory]
    // ties: the cent goes to the first
    [InlineData("100.00", "1 1 1", "33.34 33.33 33.33")]
    [InlineData("0.02", "1 1 1", "0.01 0.01 0.00")]
    [InlineData("-100.00", "1 1 1", "-33.34 -33.33 -33.33")]
    // largest remainder first, whatever the order
    [InlineData("1.00", "1 2 3", "0.17 0.33 0.50")]
    [InlineData("0.10", "7 2 1", "0.07 0.02 0.01")]
    [InlineData("0.01", "1 2", "0.00 0.01")]
    // nothing to nobody
    [InlineData("10.00", "0 5 0", "0.00 10.00 0.00")]
    [InlineData("0.00", "3 4", "0.00 0.00")]
    // 7.3 of the domain reference: what is left above a floor
    [InlineData("58000.00", "70 20 8", "41428.57 11836.74 4734.69")]
    public void Cents_go_to_the_largest_remainders(string amount, string weights, string expected) => Assert.Equal(
        Exact.Numbers(expected),
        LargestRemainder.Split(Exact.Number(amount), [.. Exact.Numbers(weights).Select(w => new BigInteger(w))]));

    [Theory]
    [InlineData("0.001", "1 1")]
    [InlineData("1.00", "0 0")]
    [InlineData("1.00", "")]
    [InlineData("1.00", "2 -1")]
    public void Half_cents_and_weightless_splits_are_refused(string amount, string weights) => Assert.Throws<ArgumentException>(
        () => LargestRemainder.Split(Exact.Number(amount), [.. Exact.Numbers(weights).Select(w => new BigInteger(w))]));

    [Fact]
    public void Shares_add_up_to_the_whole() => Properties.Hold(
        Splits, s => LargestRemainder.Split(s.Amount, s.Weights).Sum() == s.Amount, 1_000);

    [Fact]
    public void Each_share_is_within_one_cent_of_its_quota() => Properties.Hold(Splits, s =>
    {
        var total = s.Weights.Aggregate(BigInteger.Add);
        return LargestRemainder.Split(s.Amount, s.Weights).Zip(s.Weights).All(pair =>
            BigInteger.Abs((new BigInteger(pair.First * 100) * total) - (new BigInteger(s.Amount * 100) * pair.Second)) < total);
    });

    [Fact]
    public void No_weight_no_share() => Properties.Hold(Splits, s =>
        LargestRemainder.Split(s.Amount, s.Weights).Zip(s.Weights).All(pair => !pair.Second.IsZero || pair.First == 0));

    [Fact]
    public void A_heavier_weight_never_gets_less() => Properties.Hold(Splits, s =>
    {
        var sorted = LargestRemainder.Split(Math.Abs(s.Amount), s.Weights).Zip(s.Weights).OrderBy(pair => pair.Second).ToList();
        return sorted.Zip(sorted.Skip(1)).All(next =>
            next.First.Second == next.Second.Second || next.First.First <= next.Second.First);
    });

    [Fact]
    public void A_credit_is_the_mirror_of_a_charge() => Properties.Hold(Splits, s =>
        LargestRemainder.Split(-s.Amount, s.Weights).SequenceEqual(LargestRemainder.Split(s.Amount, s.Weights).Select(x => -x)));

    [Fact]
    public void Scaling_all_weights_changes_nothing() => Properties.Hold(
        from split in Splits from scale in Gen.Choose(2, 1_000_000) select (split.Amount, split.Weights, scale),
        s => LargestRemainder.Split(s.Amount, [.. s.Weights.Select(w => w * s.scale)])
            .SequenceEqual(LargestRemainder.Split(s.Amount, s.Weights)));
}
