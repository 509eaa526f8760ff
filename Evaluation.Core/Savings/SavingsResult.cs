using Evaluation.Core.Communities;

namespace Evaluation.Core.Savings;

/// <summary>Why no saving can be measured (économie non mesurable).</summary>
public enum SavingsObstacle
{
    /// <summary>No baseline was recorded.</summary>
    NoBaseline,

    /// <summary>The situation of some members before pooling is unknown; unknown is not zero.</summary>
    UnknownMembers,

    /// <summary>The price index lacks the year of reference or the year evaluated.</summary>
    NoPriceIndex,

    /// <summary>No cost is known for the year.</summary>
    NoCost,
}

/// <summary>The price index in use.</summary>
/// <param name="Code">Of the community’s indices.</param>
/// <param name="Label">French name.</param>
/// <param name="Then">Value in the year of reference.</param>
/// <param name="Now">Value in the year evaluated.</param>
public sealed record IndexUse(string Code, string Label, decimal Then, decimal Now);

/// <summary>
/// One body before and now, once internal recharges are eliminated: what it spends itself, plus what it pays the
/// others, less what they pay it. Euros to the cent.
/// </summary>
/// <param name="Member">Who.</param>
/// <param name="IsProvider">Whether it runs the service and carries its cost.</param>
/// <param name="Days">Days of the year that count.</param>
/// <param name="Reference">Cost before pooling, in the euros of the year of reference, prorated by days.</param>
/// <param name="ReferenceAtCurrentPrices">The same at current prices; members add up to the total exactly.</param>
/// <param name="OwnSpending">What it spends itself this year: the cost of the service for the provider, what it retained.</param>
/// <param name="Paid">Recharged to it.</param>
/// <param name="Received">Recharged by it.</param>
/// <param name="UnitCostThen">Cost of one unit before pooling, at current prices, not rounded; null when not measured.</param>
/// <param name="UnitCostNow">Net cost of one unit now, not rounded; null when not measured.</param>
public sealed record MemberSavings(
    Member Member,
    bool IsProvider,
    int Days,
    decimal Reference,
    decimal ReferenceAtCurrentPrices,
    decimal OwnSpending,
    decimal Paid,
    decimal Received,
    decimal? UnitCostThen,
    decimal? UnitCostNow)
{
    /// <summary>What its units of the year would cost it alone, at its own unit cost of before; null when not measured.</summary>
    public decimal? AloneNow { get; init; }

    /// <summary>What the service costs this body in the end.</summary>
    public decimal NetCost => OwnSpending + Paid - Received;

    /// <summary>Positive when the body spends less than before, at current prices and former volume.</summary>
    public decimal Saving => ReferenceAtCurrentPrices - NetCost;
}

/// <summary>What a service saved against the time before, on the sum of all bodies (docs/spec/savings.md).</summary>
/// <param name="Obstacle">Why it cannot be measured; null when it is.</param>
/// <param name="UnknownFor">The members whose situation before is unknown.</param>
/// <param name="ReferenceYear">Year of reference; null without a baseline.</param>
/// <param name="Index">Prices; null when not measured.</param>
/// <param name="VolumeThen">Units of the year of reference, on the perimeter of the year evaluated; null when not measured.</param>
/// <param name="VolumeNow">Units of the year evaluated; null when not measured.</param>
/// <param name="Total">The decomposition; null when not measured.</param>
/// <param name="ByMember">Body by body.</param>
/// <param name="FteThen">Full-time equivalents before; null when not known for all.</param>
/// <param name="FteNow">Full-time equivalents now, in the service and retained; null when not known.</param>
/// <param name="VerdictFrom">First year that may be judged: the second full civil year of the service.</param>
/// <param name="HasVerdict">Whether the year evaluated may be judged: costs usually rise at first.</param>
public sealed record SavingsResult(
    SavingsObstacle? Obstacle,
    IReadOnlyList<Member> UnknownFor,
    int? ReferenceYear,
    IndexUse? Index,
    decimal? VolumeThen,
    decimal? VolumeNow,
    PriceVolumeEfficiency? Total,
    IReadOnlyList<MemberSavings> ByMember,
    decimal? FteThen,
    decimal? FteNow,
    int VerdictFrom,
    bool HasVerdict)
{
    /// <summary>Whether volume was measured in both years, so that the efficiency saving is at current volume.</summary>
    public bool HasVolume => VolumeThen is > 0 && VolumeNow is not null;

    /// <summary>What members still spend by themselves, part of the current cost of <see cref="Total"/>; euros to the cent.</summary>
    public decimal Retained { get; init; }

    /// <summary>Full-time equivalents still at work at members, part of <see cref="FteNow"/>.</summary>
    public decimal? RetainedFte { get; init; }

    /// <summary>
    /// Full-time equivalents that the service no longer needs; negative when it needs more; null when unknown. The
    /// difference of both in tenths, as they are told, so that it is found again from them.
    /// </summary>
    public decimal? AvoidedFte => Tenths(FteThen) - Tenths(FteNow);

    private static decimal? Tenths(decimal? posts) =>
        posts is { } known ? decimal.Round(known, 1, MidpointRounding.AwayFromZero) : null;
}
