using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>
/// What is asked of the costs of a year when they are declared, beyond what makes their document readable
/// (docs/spec/costs.md): what was stored before a limit was known stays readable.
/// </summary>
public static class CostLimits
{
    /// <summary>What a declaration exceeds; empty when nothing.</summary>
    /// <param name="costs">What was read.</param>
    /// <param name="today">Local date in Europe/Paris.</param>
    public static IReadOnlyList<Refusal> Of(CostYear costs, DateOnly today)
    {
        var checks = new DocumentChecks();
        for (var i = 0; i < costs.Lines.Count; i++)
        {
            if (costs.Lines[i].Stage == CostStage.Actual)
            {
                checks.NotAfter(costs.Year, today.Year, $"/lines/{i}/stage");
            }
        }

        return checks.Problems;
    }
}
