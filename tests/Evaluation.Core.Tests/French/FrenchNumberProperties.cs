using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.French;

public sealed class FrenchNumberProperties
{
    // Amounts up to a hundred billion with up to six decimals: beyond any local budget.
    private static readonly Arbitrary<decimal> Amounts = Gen.Choose(-1_000_000_000, 1_000_000_000)
        .SelectMany(units => Gen.Choose(0, 6).Select(scale => units * 100m / (decimal)Math.Pow(10, scale)))
        .ToArbitrary();

    private static readonly Arbitrary<int> Decimals = Gen.Choose(0, 6).ToArbitrary();

    [Fact]
    public void Reading_a_number_back_gives_its_rounded_value() => Prop.ForAll(Amounts, Decimals, (value, decimals) =>
        Read(FrenchNumber.Format(value, decimals))
            == decimal.Round(value, decimals, MidpointRounding.AwayFromZero)).HoldsOnTheSameCases();

    [Fact]
    public void Groups_are_of_three_digits_between_narrow_spaces() => Prop.ForAll(Amounts, Decimals, (value, places) =>
    {
        var groups = FrenchNumber.Format(value, places).TrimStart('\u2212').Split(',')[0].Split('\u202F');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit));
    }).HoldsOnTheSameCases();

    [Fact]
    public void No_number_breaks_across_lines() => Prop.ForAll(Amounts, value =>
        !string.Concat(
            FrenchNumber.Percent(value),
            FrenchNumber.SignedPercent(value),
            FrenchMoney.Euros(value),
            FrenchMoney.KiloEuros(value)).Contains(' ', StringComparison.Ordinal)).HoldsOnTheSameCases();

    [Fact]
    public void Opposite_changes_differ_by_their_sign_alone() => Prop.ForAll(Amounts, Decimals, (value, decimals) =>
        FrenchNumber.WithSign(value, decimals).TrimStart('+', '\u2212')
            == FrenchNumber.WithSign(-value, decimals).TrimStart('+', '\u2212')).HoldsOnTheSameCases();

    [Fact]
    public void The_short_form_has_the_same_value() => Prop.ForAll(Amounts, Decimals, (value, decimals) =>
        Read(FrenchNumber.FormatShort(value, decimals)) == Read(FrenchNumber.Format(value, decimals)))
        .HoldsOnTheSameCases();

    private static decimal Read(string text) => decimal.Parse(
        text.Replace("\u202F", "", StringComparison.Ordinal)
            .Replace('\u2212', '-')
            .Replace(',', '.'),
        CultureInfo.InvariantCulture);
}
