namespace Evaluation.Core.Problems;

/// <summary>
/// The catalogue of what the domain refuses, or tells without refusing: each code once, with its one wording. What only
/// the edge refuses stands in its own part. docs/api.md lists both, and a test compares.
/// </summary>
public static partial class Refusals;
