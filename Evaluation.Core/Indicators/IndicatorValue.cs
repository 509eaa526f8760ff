using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>How settled a value is.</summary>
public enum ValueStatus
{
    /// <summary>May still change.</summary>
    Provisional,

    /// <summary>Given as settled.</summary>
    Final,

    /// <summary>Replaces a value given as final.</summary>
    Corrected,
}

/// <summary>How a value was obtained.</summary>
public enum ValueQuality
{
    /// <summary>Counted or measured.</summary>
    Measured,

    /// <summary>Estimated.</summary>
    Estimated,
}

/// <summary>Where a value belongs: one indicator, one member or the service, one period.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Member">The member; null at service level.</param>
/// <param name="Period">Of the indicator’s periodicity.</param>
public readonly record struct ValueKey(string Indicator, Siren? Member, Period Period);

/// <summary>Where a value comes from.</summary>
/// <param name="Submission">Id of the submission that gave it as it is.</param>
/// <param name="Revision">1 when first received, then one more for each correction.</param>
/// <param name="FirstReceivedOn">Local date in Europe/Paris on which a value was first received: what punctuality looks at.</param>
public sealed record ValueOrigin(string Submission, int Revision, DateOnly FirstReceivedOn);

/// <summary>One observed value. A value that was not transmitted does not exist; zero is a value.</summary>
/// <param name="Key">Where it belongs.</param>
/// <param name="Value">In the unit of the indicator.</param>
/// <param name="Status">How settled.</param>
/// <param name="Quality">How obtained.</param>
public sealed record IndicatorValue(ValueKey Key, decimal Value, ValueStatus Status, ValueQuality Quality)
{
    /// <summary>Where it comes from; null for what the registers give.</summary>
    public ValueOrigin? Origin { get; init; }
}
