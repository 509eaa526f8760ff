using Evaluation.Core.Reports.Charts;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>Draws the layout of a chart in pixels.</summary>
internal sealed class PictureCanvas(SKCanvas canvas) : ChartCanvas
{
    public static SKColor ColourOf(int rgb) => new((byte)(rgb >> 16), (byte)((rgb >> 8) & 0xFF), (byte)(rgb & 0xFF));

    public override void Path(string style, string data)
    {
        using var path = SKPath.ParseSvgPathData(data) ?? throw new ArgumentException($"« {data} » is no path.", nameof(data));
        var ink = Ink.OfShape(style);
        if (ink.Fill is { } fill)
        {
            using var paint = Inside(fill);
            canvas.DrawPath(path, paint);
        }

        if (ink.Stroke is { } stroke)
        {
            using var paint = Line(ink, stroke);
            canvas.DrawPath(path, paint);
        }
    }

    public override void Circle(string style, double x, double y, double radius)
    {
        var ink = Ink.OfShape(style);
        var (left, top, size) = ((float)Round(x), (float)Round(y), (float)Round(radius));
        if (ink.Fill is { } fill)
        {
            using var paint = Inside(fill);
            canvas.DrawCircle(left, top, size, paint);
        }

        if (ink.Stroke is { } stroke)
        {
            using var paint = Line(ink, stroke);
            canvas.DrawCircle(left, top, size, paint);
        }
    }

    // A picture cannot tell the whole of a text that was cut: the table of data does.
    public override void Text(string style, double x, double y, string text, string? whole = null)
    {
        var ink = Ink.OfText(style);
        Lettering.Write(canvas, text, Round(x), Round(y), new Letters(ink.Size, ink.IsBold, ink.Fill ?? Lettering.Ink)
        {
            Anchor = ink.Anchor,
            Halo = ink.Stroke,
            HaloWidth = ink.Width,
        });
    }

    private static SKPaint Inside(int colour) => new() { IsAntialias = true, Color = ColourOf(colour) };

    private static SKPaint Line(Ink ink, int colour) => new()
    {
        IsAntialias = true,
        Color = ColourOf(colour),
        Style = SKPaintStyle.Stroke,
        StrokeWidth = (float)ink.Width,
        StrokeJoin = ink.HasRoundJoins ? SKStrokeJoin.Round : SKStrokeJoin.Miter,
        StrokeCap = ink.HasRoundCaps ? SKStrokeCap.Round : SKStrokeCap.Butt,
        PathEffect = ink.Dash.Count == 0 ? null : SKPathEffect.CreateDash([.. ink.Dash.Select(d => (float)d)], 0),
    };
}
