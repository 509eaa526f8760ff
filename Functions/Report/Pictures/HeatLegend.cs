using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;
using ScottPlot;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>Says what each shade of a heat map holds and what an empty cell means.</summary>
internal static class HeatLegend
{
    private const double Small = 11;
    private const float Swatch = 14;
    private const float SwatchHeight = 10;
    private const double LineHeight = 16;
    private const double Air = 12;

    private sealed record Entry(string Text, Action<SKCanvas, float, float> Mark);

    /// <summary>Draws it below a coordinate; gives its height, the air above it included.</summary>
    public static double Draw(HeatMap map, IReadOnlyList<HeatClass> classes, List<int> shades, SKCanvas canvas, double top)
    {
        var (x, y) = (0.0, top);
        foreach (var entry in Entries(map, classes, shades))
        {
            var width = Swatch + 4 + Lettering.Measure(entry.Text, Small);
            if (x > 0 && x + width > Chart.Width)
            {
                (x, y) = (0, y + LineHeight);
            }

            entry.Mark(canvas, (float)x, (float)y);
            Lettering.Write(canvas, entry.Text, x + Swatch + 4, y + SwatchHeight - 1, new Letters(Small));
            x += width + Air;
        }

        return y + LineHeight - top + 8;
    }

    private static IEnumerable<Entry> Entries(HeatMap map, IReadOnlyList<HeatClass> classes, List<int> shades)
    {
        foreach (var (shade, (low, high)) in shades.Zip(classes))
        {
            var text = low == high
                ? FrenchNumber.Format(low, map.Decimals)
                : $"{FrenchNumber.Format(low, map.Decimals)} à {FrenchNumber.Format(high, map.Decimals)}";
            yield return new Entry(text, (canvas, x, y) =>
            {
                using var paint = new SKPaint { IsAntialias = true, Color = PictureCanvas.ColourOf(shade) };
                canvas.DrawRect(x, y, Swatch, SwatchHeight, paint);
            });
        }

        var (missing, notDue) = HeatMapPlot.EmptyCells(map);
        if (missing)
        {
            yield return new Entry("non transmis", (canvas, x, y) =>
            {
                using var paint = Paint.NewDisposablePaint();
                HeatMapPlot.Missing.Render(canvas, new PixelRect(x, x + Swatch, y + SwatchHeight, y), paint);
            });
        }

        if (notDue)
        {
            yield return new Entry("sans objet", (canvas, x, y) => Lettering.Write(
                canvas, "–", x + (Swatch / 2), y + SwatchHeight - 1, new Letters(Small, Colour: Lettering.Quiet) { Anchor = TextAnchor.Middle }));
        }
    }
}
