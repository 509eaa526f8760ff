using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Tests.Given;

/// <summary>What holds of every problem that is told to a caller.</summary>
internal static class ProblemAssert
{
    public static void Only(string code, string pointer, IReadOnlyList<Refusal> problems)
    {
        Assert.Equal([$"{code} at {pointer}"], problems.Select(p => $"{p.Code} at {p.Pointer}"));
        FrenchSentence(problems[0].Message);
    }

    public static void FrenchSentence(string message)
    {
        Assert.Matches(@"^[\p{Lu}«].*\.$", message);
        Assert.Equal(Typography.Fix(message), message);
        Assert.DoesNotContain('\'', message);
    }
}
