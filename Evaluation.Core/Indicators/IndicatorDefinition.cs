using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>What an indicator measures and how it is computed and judged.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>Three letters of the service type, a hyphen, two digits: <c>ADS-01</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Three letters; <c>TRV</c> for indicators of every service.</summary>
    public required string ServiceType { get; init; }

    /// <summary>French name.</summary>
    public required string Label { get; init; }

    /// <summary>French sentence: what is counted and how.</summary>
    public required string Definition { get; init; }

    /// <summary>French name of the unit, empty of number: « jours », « % », « € ».</summary>
    public required string UnitLabel { get; init; }

    /// <summary>Decimals shown and accepted.</summary>
    public required int Decimals { get; init; }

    /// <summary>Which way is good.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How values add up.</summary>
    public required AggregationRule Aggregation { get; init; }

    /// <summary>How often a value is due.</summary>
    public required Periodicity Periodicity { get; init; }

    /// <summary>Default target; the mutualisation may set its own.</summary>
    public Target? Target { get; init; }

    /// <summary>What it is about.</summary>
    public required IndicatorFamily Family { get; init; }

    /// <summary>Which question of the evaluation it answers.</summary>
    public required EvaluationCriterion Criterion { get; init; }

    /// <summary>Whether a value belongs to a member or to the service.</summary>
    public required IndicatorLevel Level { get; init; }

    /// <summary>Indicator above the line of a ratio; null for others.</summary>
    public string? Numerator { get; init; }

    /// <summary>Indicator below the line of a ratio; null for others.</summary>
    public string? Denominator { get; init; }

    /// <summary>What the quotient is multiplied by: 100 for a percentage, 1 otherwise.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Indicator that weights an average; null for a simple mean.</summary>
    public string? Weight { get; init; }

    /// <summary>Whether it may serve as unit of functioning (unité de fonctionnement).</summary>
    public bool IsAllocationUnit { get; init; }

    /// <summary>Whether a small count could identify someone.</summary>
    public bool HasSmallCountRisk { get; init; }

    /// <summary>Whether it may be published.</summary>
    public bool IsOpenData { get; init; }

    /// <summary>Smallest value accepted; null for none.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest value accepted; null for none.</summary>
    public decimal? Max { get; init; }

    /// <summary>Both in French: « de 0 à 100 », « 0 au moins ».</summary>
    public string Bounds() => (Min, Max) switch
    {
        ({ } min, { } max) => $"de {Shown(min)} à {Shown(max)}",
        ({ } min, null) => $"{Shown(min)} au moins",
        _ => $"{Shown(Max ?? 0)} au plus",
    };

    /// <summary>Every version, the oldest first and this one last; empty when it never changed.</summary>
    public IReadOnlyList<DefinitionVersion> Versions { get; init; } = [];

    /// <summary>The definition in force on the last day of a period.</summary>
    public IndicatorDefinition In(Period period) =>
        Versions.LastOrDefault(v => v.ValidFrom is null || v.ValidFrom <= period.LastDay)?.Definition ?? this;

    /// <summary>A ratio: computed from its parts, never pushed.</summary>
    public bool IsComputed => Aggregation == AggregationRule.Ratio;

    /// <summary>Under so many answers a share of answers has no value: one person more would move it by 20 points or more.</summary>
    public const decimal FewestAnswers = 5;

    /// <summary>A share of what people answered: satisfaction. It needs <see cref="FewestAnswers"/>, and is told with their number.</summary>
    public bool IsShareOfAnswers => IsComputed && Family == IndicatorFamily.Satisfaction;

    /// <summary>Read from the registers of the product (costs, memberships, populations), never pushed.</summary>
    public bool IsDerived => DerivedIndicator.Codes.Contains(Code);

    private static string Shown(decimal bound) => FrenchNumber.FormatShort(bound, bound.Scale);
}
