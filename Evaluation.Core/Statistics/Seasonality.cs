using System.Collections.Frozen;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Statistics;

/// <summary>What follows the seasons (docs/spec/statistics.md): a winter month says nothing of the summer after it.</summary>
public static class Seasonality
{
    private static readonly FrozenSet<string> Services = FrozenSet.Create(StringComparer.Ordinal, "DEN", "ESV");

    /// <summary>Whether an indicator belongs to a seasonal service: déneigement or espaces verts.</summary>
    public static bool IsSeasonal(IndicatorDefinition definition) => Services.Contains(definition.ServiceType);
}
