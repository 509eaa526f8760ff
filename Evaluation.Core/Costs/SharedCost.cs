using Evaluation.Core.Communities;

namespace Evaluation.Core.Costs;

/// <summary>A cost that one member alone bears, before the split.</summary>
/// <param name="Member">Who.</param>
/// <param name="Category">Nature of the cost.</param>
/// <param name="Amount">Euros, to the cent; negative for a credit.</param>
/// <param name="Evidence">What supports it; null when nothing was given.</param>
public sealed record DirectCharge(Siren Member, CostCategory Category, decimal Amount, string? Evidence);

/// <summary>A cost to share.</summary>
/// <param name="Full">The full cost in euros, direct charges included.</param>
/// <param name="Direct">What is charged to one member each.</param>
public sealed record SharedCost(decimal Full, IReadOnlyList<DirectCharge> Direct)
{
    /// <summary>What is left to the key.</summary>
    public decimal AfterDirect => Direct.Count == 0 ? Full : Full - Direct.Sum(d => d.Amount);
}
