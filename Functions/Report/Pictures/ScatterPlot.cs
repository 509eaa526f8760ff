using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;
using ScottPlot;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>Draws communes by two figures with ScottPlot's scatter; the ville-centre and the extremes are named.</summary>
internal static class ScatterPlot
{
    private const int Height = 300;
    private const int Left = 46;
    private const int Bottom = 40;
    private const int Top = 24;
    private const int Right = 8;
    private const double Small = 11;
    private const float Size = 7;
    private const double Ascent = 0.74;

    // Beside the point, then above and below it, then apart with a line that leads there. From the point to the nearest
    // end of the name and to its baseline; 0 centres it.
    private static readonly (float X, float Y)[] Spots =
    [
        (8, 4), (-8, 4), (0, -8), (0, 17), (40, 34), (-40, -26), (60, 60), (-60, -60), (90, 20), (-90, 4), (40, 90), (-40, -90),
    ];

    private static readonly Color Petrol = Color.FromHex("#0f4d5f");
    private static readonly Color Orange = Color.FromHex("#a8440a");
    private static readonly Color Dark = Color.FromHex("#16202a");

    /// <summary>Draws it from the origin; gives its height.</summary>
    public static double Draw(CommuneScatter scatter, SKCanvas canvas)
    {
        using var plot = new Plot();
        plot.Font.Set(PictureFonts.Family);
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.Layout.Fixed(new PixelPadding(Left, Right, Bottom, Top));
        plot.Grid.MajorLineColor = Color.FromHex("#cbd4d6");
        Scale(plot.Axes.Bottom, scatter.TicksAcross());
        Scale(plot.Axes.Left, scatter.TicksUpwards());
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        AddMarks(plot, scatter.Points.Where(p => p is { IsCentre: false, IsPartial: false }), MarkerShape.FilledCircle, Petrol, Size);
        AddMarks(plot, scatter.Points.Where(p => p is { IsCentre: false, IsPartial: true }), MarkerShape.OpenCircle, Petrol, Size);
        AddMarks(
            plot, scatter.Points.Where(p => p is { IsCentre: true, IsPartial: false }), MarkerShape.FilledSquare, Orange, Size + 1);
        AddMarks(plot, scatter.Points.Where(p => p is { IsCentre: true, IsPartial: true }), MarkerShape.OpenSquare, Orange, Size + 1);
        plot.Render(canvas, new PixelRect(0, Chart.Width, Height, 0));
        WriteNames(plot, scatter, canvas);
        Lettering.Write(canvas, scatter.Upwards, 0, Small, new Letters(Small, Colour: Lettering.Quiet));
        Lettering.Write(
            canvas, scatter.Across, Chart.Width, Height - 4, new Letters(Small, Colour: Lettering.Quiet) { Anchor = TextAnchor.End });
        return Height;
    }

    private static void Scale(IAxis axis, IReadOnlyList<decimal> ticks)
    {
        axis.Range.Set((double)ticks[0], (double)ticks[^1]);
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. ticks.Select(t => (double)t)], [.. ticks.Select(t => Lettering.Plain(FrenchNumber.FormatShort(t, 2)))]);
        axis.FrameLineStyle.Color = Dark;
        axis.TickLabelStyle.FontName = PictureFonts.Family;
        axis.TickLabelStyle.FontSize = (float)Small;
        axis.TickLabelStyle.ForeColor = Color.FromHex("#43505b");
        axis.MinorTickStyle.Length = 0;
    }

    private static void AddMarks(Plot plot, IEnumerable<ScatterPoint> points, MarkerShape shape, Color colour, float size)
    {
        var at = points.Select(p => new Coordinates((double)p.X, (double)p.Y)).ToList();
        if (at.Count == 0)
        {
            return;
        }

        var marks = plot.Add.ScatterPoints(at, colour);
        marks.MarkerShape = shape;
        marks.MarkerSize = size;
        marks.MarkerLineWidth = 1.5f;
        marks.MarkerLineColor = colour;
    }

    // Outside the plot, whose texts end at its edges; a name that finds no room is left out: the table has it.
    private static void WriteNames(Plot plot, CommuneScatter scatter, SKCanvas canvas)
    {
        var points = scatter.Points.Select(p => plot.GetPixel(new Coordinates((double)p.X, (double)p.Y))).ToList();
        var taken = points.Select(p => new PixelRect(p, Size / 2)).ToList();
        foreach (var named in scatter.Named())
        {
            var at = plot.GetPixel(new Coordinates((double)named.X, (double)named.Y));
            var width = Lettering.Measure(named.Name, Small, named.IsCentre);
            foreach (var (dx, dy) in Spots)
            {
                var x = dx > 0 ? at.X + dx : dx < 0 ? at.X + dx - width : at.X - (width / 2);
                var y = at.Y + dy;
                var box = new PixelRect(x, x + width, y + 2, y - (float)(Ascent * Small));
                if (x < Left || box.Right > Chart.Width || box.Top < Top || taken.Exists(other => Overlap(box, other)))
                {
                    continue;
                }

                if (Math.Abs(dx) > Size + 1)
                {
                    Lead(canvas, at, dx > 0 ? x - 2 : box.Right + 2, y - 4);
                }

                taken.Add(box);
                Lettering.Write(canvas, named.Name, x, y, new Letters(Small, named.IsCentre) { Halo = 0xffffff, HaloWidth = 3 });
                break;
            }
        }
    }

    private static void Lead(SKCanvas canvas, Pixel from, float x, float y)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Color = PictureCanvas.ColourOf(Lettering.Quiet),
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 1,
        };
        canvas.DrawLine(from.X, from.Y, x, y, paint);
    }

    private static bool Overlap(PixelRect one, PixelRect other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
}
