namespace Evaluation.Core.Keys;

/// <summary>A lighter weight for members below a number of inhabitants.</summary>
/// <param name="PopulationBelow">Population totale of the year under which a member is helped.</param>
/// <param name="Discount">Part of its weight taken off, more than 0, at most 1.</param>
public sealed record Solidarity(int PopulationBelow, decimal Discount);
