namespace Evaluation.Core.Money;

/// <summary>The exact part of a member in whole cents and what is left of one. A credit is told without its sign.</summary>
/// <param name="Cents">The quota rounded down.</param>
/// <param name="Remainder">What is left of a cent, 0 to 1, 12 decimals, rounded down.</param>
/// <param name="Rank">Place of the remainder among members, 1 for the largest; equal ones by SIREN.</param>
/// <param name="HasRoundingCent">Whether one of the cents left over is added.</param>
public sealed record ExactQuota(decimal Cents, decimal Remainder, int Rank, bool HasRoundingCent);
