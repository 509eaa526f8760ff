namespace Evaluation.Core.Indicators;

/// <summary>What an indicator is about; the parts of a report.</summary>
public enum IndicatorFamily
{
    /// <summary>What was done.</summary>
    Activite,

    /// <summary>What it cost.</summary>
    Cout,

    /// <summary>How fast.</summary>
    Delai,

    /// <summary>What it changed.</summary>
    Impact,

    /// <summary>With what means.</summary>
    Moyens,

    /// <summary>How well.</summary>
    Qualite,

    /// <summary>How satisfied members are.</summary>
    Satisfaction,

    /// <summary>How safe.</summary>
    Securite,
}
