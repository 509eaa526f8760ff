using System.Text.Json.Serialization;

namespace Evaluation.Core.Reports.Charts;

/// <summary>What a chart shows, whoever draws it: its figures and words, never its strokes.</summary>
/// <remarks>A published report keeps it, so that the chart can be drawn later from what the report said.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LineChart), "line")]
[JsonDerivedType(typeof(CommuneBars), "bars")]
[JsonDerivedType(typeof(StackedBars), "stacked")]
[JsonDerivedType(typeof(Waterfall), "waterfall")]
[JsonDerivedType(typeof(HeatMap), "heatMap")]
[JsonDerivedType(typeof(CommuneScatter), "scatter")]
public abstract record Graphic
{
    private protected Graphic()
    {
    }

    /// <summary>What the chart shows, read first by a screen reader.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader who does not see the chart must know: extent, extremes, where the values are.</summary>
    public required string Description { get; init; }

    /// <summary>The same for a frame of fixed height, and what was left out or put together, in words; null for nothing.</summary>
    public virtual (Graphic Graphic, string? Words) ForSlide() => (this, null);
}
