namespace Evaluation.Core.Indicators;

/// <summary>Who a value is about.</summary>
public enum IndicatorLevel
{
    /// <summary>One member at a time.</summary>
    Member,

    /// <summary>The service as a whole.</summary>
    Service,
}
