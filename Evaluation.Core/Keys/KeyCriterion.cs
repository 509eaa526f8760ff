using Evaluation.Core.Communities;

namespace Evaluation.Core.Keys;

/// <summary>What a share is in proportion to.</summary>
public enum CriterionKind
{
    /// <summary>The same for everyone, by days of membership.</summary>
    Equal,

    /// <summary>Inhabitants, by days of membership.</summary>
    Population,

    /// <summary>Units of an indicator observed over the year.</summary>
    Indicator,

    /// <summary>Units of several indicators, each multiplied by its weight (équivalents permis de construire).</summary>
    WeightedIndicators,

    /// <summary>Percentages written in the convention (quotité), by days of membership.</summary>
    Fixed,
}

/// <summary>One part of a key.</summary>
/// <param name="Kind">What the share is in proportion to.</param>
/// <param name="Indicator">Code, for <see cref="CriterionKind.Indicator"/>; null otherwise.</param>
/// <param name="Weight">Part of the cost it splits, more than 0, at most 1.</param>
public sealed record KeyCriterion(CriterionKind Kind, string? Indicator, decimal Weight)
{
    /// <summary>Which inhabitants, for <see cref="CriterionKind.Population"/>.</summary>
    public PopulationKind Population { get; init; } = PopulationKind.Totale;

    /// <summary>The year whose population counts whatever the year shared; null for the year shared.</summary>
    public int? ReferenceYear { get; init; }

    /// <summary>
    /// The vintage that counts for everyone in the year shared, for <see cref="CriterionKind.Population"/>; null in the
    /// convention, which does not know it.
    /// </summary>
    public int? Vintage { get; init; }

    /// <summary>The indicators of <see cref="CriterionKind.WeightedIndicators"/>, by code.</summary>
    public IReadOnlyList<UnitWeight> UnitWeights { get; init; } = [];

    /// <summary>The parts of <see cref="CriterionKind.Fixed"/>: they add up to exactly 1.</summary>
    public IReadOnlyList<AgreedFigure> Parts { get; init; } = [];

    /// <summary>
    /// Whether its indicator is a state or a mean, and not a use that adds up: it counts by days of membership.
    /// </summary>
    public bool IsStock { get; init; }

    /// <summary>Whether units are observed; uses that add up stop by themselves when a member leaves.</summary>
    public bool IsMeasured => Kind is CriterionKind.Indicator or CriterionKind.WeightedIndicators;

    /// <summary>Whether all that it counts goes by days of membership.</summary>
    public bool GoesByDays => !IsMeasured || IsStock || (UnitWeights.Count > 0 && UnitWeights.All(u => u.IsStock));

    /// <summary>Whether the same is counted as by another, with the same weights: their units add up.</summary>
    public bool CountsAs(KeyCriterion other) => Indicator == other.Indicator
        && UnitWeights.OrderBy(w => w.Indicator, StringComparer.Ordinal).SequenceEqual(other.UnitWeights.OrderBy(w => w.Indicator, StringComparer.Ordinal));

    /// <summary>Codes of the indicators it needs.</summary>
    public IEnumerable<string> Indicators => Indicator is null ? UnitWeights.Select(u => u.Indicator) : [Indicator];
}
