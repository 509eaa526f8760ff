using System.Reflection;
using Evaluation.Core.Tests.Given;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Report.Html;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>The words that pages and files have for states.</summary>
public sealed class WordsTests
{
    public static TheoryData<string> Words => [.. OfStates().Select(EnumWords.NameOf)];

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_state_has_a_word_of_its_own(string words) =>
        EnumWords.AssertDistinct(OfStates().Single(method => EnumWords.NameOf(method) == words));

    [Fact]
    public void The_words_of_pages_are_all_looked_at() => Assert.Superset(
        new HashSet<string> { "StateWords", "ApprovalWords", "HistoryLine", "FeedFormats" },
        OfStates().Select(words => words.DeclaringType!.Name).ToHashSet(StringComparer.Ordinal));

    // A sign is no word: several states have the same.
    private static IEnumerable<MethodInfo> OfStates() => EnumWords.In(typeof(StateWords).Assembly)
        .Where(words => words.DeclaringType != typeof(Marks) && words.Name != nameof(StateWords.Mark));
}
