using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>
/// Runs the examples of docs/spec: in a block fenced as <c>example</c>, each line is a question, <c>=></c>, and the
/// answer. The page and the first word of the question say which part of Core is asked.
/// </summary>
public sealed class SpecificationTests
{
    private const string Arrow = " => ";

    public static TheoryData<string, string, string> Examples => [.. Repository.Files("docs/spec", "*.md").SelectMany(ExamplesOf)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Core_answers_as_the_specification_says(string place, string question, string answer)
    {
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(SpecificationWords.All.TryGetValue(words[0], out var ask), $"{place}: nobody answers « {words[0]} ».");
        Assert.Equal(answer, ask(words[1..]));
    }

    [Fact]
    public void Every_page_has_examples()
    {
        var pages = Repository.Files("docs/spec", "*.md");

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(ExamplesOf(page).Count() >= 3, page));
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> ExamplesOf(string page)
    {
        var isExample = false;
        foreach (var (line, number) in Repository.Read(page).Split('\n').Select((line, index) => (line, index + 1)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isExample = line == "```example";
            }
            else if (isExample && line.Length > 0)
            {
                var at = line.IndexOf(Arrow, StringComparison.Ordinal);
                Assert.True(at > 0, $"{page}:{number} is no example: {line}");
                yield return new($"{page}:{number}", line[..at].Trim(), line[(at + Arrow.Length)..].Trim());
            }
        }
    }
}
