using ScottPlot;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>A sheet as the only content of a plot without axes: ScottPlot gives the surface, the scale and the paper.</summary>
internal sealed class SheetPlottable(Action<SKCanvas> draw) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp) => draw(rp.Canvas);
}
