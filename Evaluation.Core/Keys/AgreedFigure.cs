using Evaluation.Core.Communities;

namespace Evaluation.Core.Keys;

/// <summary>A figure that the convention gives for one member.</summary>
/// <param name="Member">Who.</param>
/// <param name="Value">Part from 0 to 1, or euros.</param>
public sealed record AgreedFigure(Siren Member, decimal Value);
