namespace Evaluation.Core.Indicators;

/// <summary>A kind of service that communes pool.</summary>
/// <param name="Code">Three letters.</param>
/// <param name="Label">French name.</param>
/// <param name="Nature">Functional or operational; null for the cross-service set.</param>
/// <param name="DefaultUnit">Indicator usually taken as unit of functioning; null when there is none.</param>
public sealed record ServiceType(string Code, string Label, ServiceNature? Nature, string? DefaultUnit)
{
    /// <summary>The code under which the indicators of every service stand; no service has it.</summary>
    public const string Any = "TRV";
}
