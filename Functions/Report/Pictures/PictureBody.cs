using Evaluation.Core.Reports.Charts;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>The chart itself, without what surrounds it; every one is <see cref="Chart.Width"/> units wide.</summary>
internal sealed class PictureBody : IDisposable
{
    private const float Unbounded = 100_000;

    private readonly SKPicture _drawn;

    // Recorded, because the height is known only once the chart is laid out, and the frame depends on it.
    private PictureBody(Func<SKCanvas, double> draw)
    {
        using var recorder = new SKPictureRecorder();
        Height = draw(recorder.BeginRecording(new SKRect(0, 0, Unbounded, Unbounded)));
        _drawn = recorder.EndRecording();
    }

    /// <summary>In units.</summary>
    public double Height { get; }

    public static PictureBody Of(Graphic graphic) => new(canvas => graphic switch
    {
        Chart chart => chart.DrawOn(new PictureCanvas(canvas)),
        HeatMap map => HeatMapPlot.Draw(map, canvas),
        CommuneScatter scatter => ScatterPlot.Draw(scatter, canvas),
        _ => throw new InvalidOperationException($"No picture shows a {graphic.GetType().Name}."),
    });

    /// <summary>Draws it from the origin.</summary>
    public void Draw(SKCanvas canvas) => canvas.DrawPicture(_drawn);

    public void Dispose() => _drawn.Dispose();
}
