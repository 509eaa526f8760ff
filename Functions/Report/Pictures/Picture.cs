using Evaluation.Core.Reports.Charts;
using ScottPlot;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>Draws a sheet as PNG: the same sheet, the same bytes, on every thread and machine.</summary>
internal static class Picture
{
    // Charts are flat: filtered lines deflate worse, and harder deflating costs twice the time for a twentieth less.
    private static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.None, zLibLevel: 3);

    /// <summary>The file.</summary>
    public static BinaryData Draw(ChartSheet sheet, PictureFrame frame)
    {
        if (frame == PictureFrame.Slide)
        {
            var (graphic, words) = sheet.Graphic.ForSlide();
            using var body = PictureBody.Of(graphic);
            return Render(
                SlideSheet.Width, SlideSheet.Height, SlideSheet.Scale, canvas => SlideSheet.Draw(sheet, words, body, canvas));
        }

        using var whole = PictureBody.Of(sheet.Graphic);
        var (height, draw) = PageSheet.Of(sheet, whole);
        return Render(PageSheet.Width, height, PageSheet.Scale, draw);
    }

    private static BinaryData Render(int width, int height, int scale, Action<SKCanvas> draw)
    {
        using var plot = new Plot { ScaleFactor = scale };
        plot.FigureBackground.Color = Colors.White;
        plot.Layout.Frameless();
        plot.HideAxesAndGrid();
        plot.Add.Plottable(new SheetPlottable(draw));
        using var surface = SKSurface.Create(
            new SKImageInfo(width * scale, height * scale, SKColorType.Rgba8888, SKAlphaType.Opaque));
        plot.Render(surface.Canvas, width * scale, height * scale);
        using var pixels = surface.PeekPixels();
        using var file = pixels.Encode(Encoding) ?? throw new InvalidOperationException("The picture could not be encoded.");
        return BinaryData.FromBytes(file.ToArray());
    }
}
