using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

/// <summary>What one member, or the service, brings to a figure. The lists go together, one entry per period.</summary>
/// <param name="Member">Who; null for the service as a whole.</param>
/// <param name="Periods">Periods that count, in order.</param>
/// <param name="Values">What is added up: values, or the numerators of a ratio.</param>
/// <param name="Against">Weights of a mean, denominators of a ratio; null for a sum or a stock.</param>
/// <param name="Submissions">Ids of the submissions that gave them, each once; empty for what the registers give.</param>
public sealed record TracedMember(
    Siren? Member,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<decimal> Values,
    IReadOnlyList<decimal>? Against,
    IReadOnlyList<string> Submissions);

/// <summary>
/// Where a figure comes from. Sum and stock: Σ values. Mean: Σ (value × weight) ÷ Σ weights. Ratio: Σ numerators ÷
/// Σ denominators × factor (docs/spec/aggregation.md).
/// </summary>
/// <param name="Indicator">Code.</param>
/// <param name="Window">The period that the figure covers.</param>
/// <param name="Rule">How it adds up.</param>
/// <param name="Weight">Code of what weights a mean; null for a simple mean and for other rules.</param>
/// <param name="NumeratorCode">Code of what is above the line of a ratio; null otherwise.</param>
/// <param name="DenominatorCode">Code of what is below; null otherwise.</param>
/// <param name="Factor">What the quotient of a ratio is multiplied by; 1 otherwise.</param>
/// <param name="Numerator">Σ values, or Σ value × weight for a mean; null when nothing counts.</param>
/// <param name="Denominator">Σ weights or Σ denominators; null for a sum or a stock.</param>
/// <param name="Result">Not rounded; null when nothing counts, the denominator is 0, or a share rests on fewer than five answers.</param>
/// <param name="Members">What each brings.</param>
public sealed record IndicatorTrace(
    string Indicator,
    Period Window,
    AggregationRule Rule,
    string? Weight,
    string? NumeratorCode,
    string? DenominatorCode,
    decimal Factor,
    decimal? Numerator,
    decimal? Denominator,
    decimal? Result,
    IReadOnlyList<TracedMember> Members);
