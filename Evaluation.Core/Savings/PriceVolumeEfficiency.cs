using Evaluation.Core.Money;

namespace Evaluation.Core.Savings;

/// <summary>
/// Why a cost changed since the reference: prices, volume, then what neither explains. The three add up to the change
/// exactly: efficiency is the remainder, rounded amounts are never added up (docs/spec/savings.md).
/// </summary>
/// <param name="Reference">Cost of the year of reference, in its own euros.</param>
/// <param name="Current">Cost of the year evaluated.</param>
/// <param name="ReferenceAtCurrentPrices">Reference × index of the year ÷ index of the reference, to the cent.</param>
/// <param name="ReferenceAtCurrentVolume">The same × volume of the year ÷ volume of the reference, to the cent.</param>
public sealed record PriceVolumeEfficiency(
    decimal Reference, decimal Current, decimal ReferenceAtCurrentPrices, decimal ReferenceAtCurrentVolume)
{
    /// <summary>What prices explain of the change, euros.</summary>
    public decimal Price => ReferenceAtCurrentPrices - Reference;

    /// <summary>What volume explains of the change, euros.</summary>
    public decimal Volume => ReferenceAtCurrentVolume - ReferenceAtCurrentPrices;

    /// <summary>What is left of the change, euros; negative when the service costs less than the reference would.</summary>
    public decimal Efficiency => Current - ReferenceAtCurrentVolume;

    /// <summary>Current − reference, euros.</summary>
    public decimal Change => Current - Reference;

    /// <summary>The saving at current prices, at the volume of the reference: positive when the service costs less.</summary>
    public decimal GrossSaving => ReferenceAtCurrentPrices - Current;

    /// <summary>The saving at current prices and volume: positive when the service costs less.</summary>
    public decimal EfficiencySaving => ReferenceAtCurrentVolume - Current;

    /// <summary>The decomposition. Each reference is rounded once, at the cent, half away from zero.</summary>
    /// <param name="reference">Euros of the year of reference.</param>
    /// <param name="current">Euros of the year evaluated.</param>
    /// <param name="indexThen">Price index of the year of reference, more than 0.</param>
    /// <param name="indexNow">Price index of the year evaluated, more than 0.</param>
    /// <param name="volumeThen">Units of the year of reference, more than 0; null to leave volume out.</param>
    /// <param name="volumeNow">Units of the year evaluated; null to leave volume out.</param>
    public static PriceVolumeEfficiency Of(
        decimal reference, decimal current, decimal indexThen, decimal indexNow, decimal? volumeThen, decimal? volumeNow)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(indexThen);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(indexNow);
        var atPrices = reference * indexNow / indexThen;
        var atVolume = volumeThen is > 0 && volumeNow is not null ? atPrices * volumeNow.Value / volumeThen.Value : atPrices;
        return new PriceVolumeEfficiency(reference, current, Cents.Round(atPrices), Cents.Round(atVolume));
    }
}
