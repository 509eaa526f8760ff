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
    public IReadOnlyList<MemberFigure> Parts { get; init; } = [];

    /// <summary>
    /// Whether its indicator is a state or a mean, and not a use that adds up: it counts by days of membership.
    /// </summary>
    public bool IsStock { get; init; }

    /// <summary>Whether units are observed; uses that add up stop by themselves when a member leaves.</summary>
    public bool IsMeasured => Kind is CriterionKind.Indicator or CriterionKind.WeightedIndicators;

    /// <summary>Whether all that it counts goes by days of membership.</summary>
    public bool GoesByDays => !IsMeasured || IsStock || (UnitWeights.Count > 0 && UnitWeights.All(u => u.IsStock));

    /// <summary>Codes of the indicators it needs.</summary>
    public IEnumerable<string> Indicators => Indicator is null ? UnitWeights.Select(u => u.Indicator) : [Indicator];
}

/// <summary>What one act of an indicator counts for.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Weight">Units for one act, more than 0.</param>
public sealed record UnitWeight(string Indicator, decimal Weight)
{
    /// <summary>Whether it is a state or a mean, and counts by days of membership.</summary>
    public bool IsStock { get; init; }
}

/// <summary>A figure that the convention gives for one member.</summary>
/// <param name="Member">Who.</param>
/// <param name="Value">Part from 0 to 1, or euros.</param>
public sealed record MemberFigure(Siren Member, decimal Value);

/// <summary>What one act costs a member.</summary>
/// <param name="Indicator">Code of what is counted.</param>
/// <param name="Price">Euros, 0 or more, up to 4 decimals.</param>
public sealed record ActPrice(string Indicator, decimal Price)
{
    /// <summary>Whether it is a state or a mean: the price is for a year, and counts by days of membership.</summary>
    public bool IsStock { get; init; }
}

/// <summary>A lighter weight for members below a number of inhabitants.</summary>
/// <param name="PopulationBelow">Population totale of the year under which a member is helped.</param>
/// <param name="Discount">Part of its weight taken off, more than 0, at most 1.</param>
public sealed record Solidarity(int PopulationBelow, decimal Discount);

/// <summary>Who bears what the service could have done and did not.</summary>
public enum CapacityBearer
{
    /// <summary>The provider keeps the cost of the unused capacity.</summary>
    Provider,

    /// <summary>Members share it by the same key.</summary>
    Members,
}

/// <summary>What a service is sized for.</summary>
/// <param name="Units">Units a year, more than 0, of the single measured criterion.</param>
/// <param name="BornBy">Who bears the unused part.</param>
public sealed record Capacity(decimal Units, CapacityBearer BornBy);
