using Evaluation.Core.Problems;

namespace Evaluation.Core.Savings;

/// <summary>
/// What is asked of a baseline when it is declared, beyond what makes its document readable (docs/spec/costs.md): what
/// was stored before a limit was known stays readable.
/// </summary>
public static class BaselineLimits
{
    /// <summary>What a declaration exceeds; empty when nothing.</summary>
    /// <param name="document">A document that was read without problem.</param>
    /// <param name="today">Local date in Europe/Paris.</param>
    public static IReadOnlyList<Refusal> Of(BaselineDocument document, DateOnly today)
    {
        var checks = new DocumentChecks();
        checks.NotAfter(document.Year, today.Year, "/year");
        foreach (var (retained, at) in DocumentChecks.Items(document.Retained).Select((r, at) => (r, at)))
        {
            checks.NotAfter(retained.Year, today.Year, $"/retained/{at}/year");
        }

        return checks.Problems;
    }
}
