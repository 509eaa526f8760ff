using Evaluation.Core.Confirmations;

namespace Evaluation.Functions.Consult;

/// <summary>What was written of some units and refused, still in its form.</summary>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Period">Canonical.</param>
/// <param name="Document">What was written.</param>
public sealed record WrittenUnits(string Mutualisation, string Period, UnitsAnswerDocument Document);
