using Evaluation.Functions.Store.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Storage.ContractTests;

public class TableKeyTests
{
    // Mostly characters at the edges of what is escaped, and some from beyond the first plane.
    private static readonly Gen<string> Characters = Gen.OneOf(
        Gen.Choose(0, 0xA1).Select(code => ((char)code).ToString()),
        Gen.Elements(
            " ", "!", "\"", "#", "$", "%", "&", ".", "/", "0", ">", "?", "@", "[", "\\", "]", "{", "|", "}", "~", "\u007F",
            "é", "\u202F", "\uD7FF", "\uE000", "\uFFFD", "\U0001F4A7", "\U0010FFFF"));

    private static readonly Arbitrary<string> Part = Gen.ArrayOf(Characters).Select(string.Concat)
        .Where(part => part.Length < 100).ToArbitrary();

    private static readonly Arbitrary<string[]> Parts = Gen.NonEmptyListOf(Part.Generator)
        .Select(parts => parts.Take(2).ToArray()).ToArbitrary();

    [Fact]
    public void A_key_gives_its_parts_back() =>
        Prop.ForAll(Parts, parts => TableKey.Split(TableKey.Join(parts)).SequenceEqual(parts))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_hold_no_character_the_service_refuses() =>
        Prop.ForAll(Parts, parts => TableKey.Join(parts).All(
                character => !"/\\#?%".Contains(character, StringComparison.Ordinal) && !char.IsControl(character)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Encoded_parts_sort_as_the_parts_do() =>
        Prop.ForAll(
                Part,
                Part,
                (a, b) => Math.Sign(string.CompareOrdinal(TableKey.Join(a), TableKey.Join(b)))
                    == Math.Sign(string.CompareOrdinal(a, b)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Keys_sort_as_their_parts_joined_by_a_separator_just_above_the_bar() =>
        Prop.ForAll(
                Parts,
                Parts,
                (a, b) => Math.Sign(string.CompareOrdinal(TableKey.Join(a), TableKey.Join(b)))
                    == Math.Sign(Weights(a).AsSpan().SequenceCompareTo(Weights(b))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Every_single_character_keeps_its_place()
    {
        var previous = TableKey.Join("\0");
        for (var code = 1; code <= 0xFFFF; code++)
        {
            if (!char.IsSurrogate((char)code))
            {
                var next = TableKey.Join(((char)code).ToString());
                Assert.True(string.CompareOrdinal(previous, next) < 0, $"U+{code:X4}");
                previous = next;
            }
        }
    }

    [Fact]
    public void Ordinary_codes_stay_readable() =>
        Assert.Equal("200040715|ads|2025", TableKey.Join("200040715", "ads", "2025"));

    [Fact]
    public void A_part_with_the_separator_is_still_one_part() =>
        Assert.Equal(["a|b", "", "c"], TableKey.Split(TableKey.Join("a|b", "", "c")));

    [Theory]
    [InlineData("a.")]
    [InlineData("a.z")]
    [InlineData("a.2")]
    [InlineData("a/b")]
    public void A_key_of_another_making_is_refused(string key) =>
        Assert.Throws<FormatException>(() => TableKey.Split(key));

    [Fact]
    public void A_key_of_one_kibibyte_is_the_longest()
    {
        Assert.Equal(512, TableKey.Join(new string('é', 512)).Length);
        Assert.Throws<ArgumentException>(() => TableKey.Join(new string('é', 513)));
        Assert.Throws<ArgumentException>(() => TableKey.Join(new string('/', 257)));
    }

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDCA7')]
    public void Half_a_surrogate_pair_is_refused(char half)
    {
        Assert.Throws<ArgumentException>(() => TableKey.Join($"{half}"));
        Assert.Throws<ArgumentException>(() => TableKey.Join($"a{half}b"));
    }

    [Fact]
    public void A_key_has_at_least_one_part() => Assert.Throws<ArgumentException>(() => TableKey.Join());

    private static int[] Weights(string[] parts) =>
        [.. parts.SelectMany((part, i) => part.Select(character => character * 2).Prepend(i == 0 ? -1 : ('|' * 2) + 1)).Skip(1)];
}
