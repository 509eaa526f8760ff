using Evaluation.Core.French;

namespace Evaluation.Core.Tests.French;

/// <summary>What a person wrote must be seen as it was written.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \u00A0\u202F\t\n", true)]
    [InlineData("\u200B", true)]
    [InlineData("\u00AD\uFEFF", true)]
    [InlineData("-", false)]
    [InlineData("a\u200B", false)]
    public void A_text_of_which_nothing_is_seen_is_blank(string? text, bool blank) => Assert.Equal(blank, PlainText.IsBlank(text));

    [Theory]
    [InlineData("Délais tenus,\nmalgré deux vacances de poste.", false)]
    [InlineData("coût\u00A0: 12\u202F€", false)]
    [InlineData("sonne\u0007", true)]
    [InlineData("deux\r\nlignes", true)]
    [InlineData("une\u2028autre", true)]
    [InlineData("tourné\u202Eenvers", true)]
    [InlineData("isolé\u2066ici", true)]
    public void A_text_that_turns_letters_round_or_makes_other_lines_commands(string text, bool commands) =>
        Assert.Equal(commands, PlainText.Commands(text));
}
