namespace Evaluation.Functions.Refusing;

/// <summary>The part of the catalogue that only the edge gives: see <see cref="Core.Problems.Refusals"/>.</summary>
internal static partial class EdgeRefusals;
