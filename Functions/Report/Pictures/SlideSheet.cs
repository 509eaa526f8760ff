using Evaluation.Core.Reports.Charts;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>A slide: title across, the chart at the left, at the right what to remember and how to read it.</summary>
internal static class SlideSheet
{
    /// <summary>Pixels a unit.</summary>
    public const int Scale = 3;

    /// <summary>In units.</summary>
    public const int Width = 640;

    /// <summary>In units.</summary>
    public const int Height = 360;

    private const double Margin = 20;
    private const double Title = 18;
    private const double Small = 10;
    private const double Foot = Height - 16;
    private const double ChartRoom = 384;
    private const double Column = Margin + ChartRoom + 16;
    private const double ColumnRoom = Width - Margin - Column;

    private static readonly double[] TakeawaySizes = [15, 14, 13, 12, 11, 10, 9];

    /// <summary>Draws the sheet; <paramref name="words"/> say what the chart leaves out on a slide.</summary>
    public static void Draw(ChartSheet sheet, string? words, PictureBody body, SKCanvas canvas)
    {
        var y = Lines(sheet.Graphic.Title, Margin, 14, Width - (2 * Margin), new Letters(Title, IsBold: true));
        y = Lines(
            $"{sheet.Service}, {sheet.Community}, {sheet.Period}", Margin, y + 2, Width - (2 * Margin), new Letters(Small, Colour: Lettering.Quiet));
        var top = y + 12;
        var foot = Foot - (sheet.Notice is null ? 12 : 24);
        var scale = Math.Min(ChartRoom / Chart.Width, (foot - 6 - top) / body.Height);
        canvas.Save();
        canvas.Translate((float)Margin, (float)top);
        canvas.Scale((float)scale);
        body.Draw(canvas);
        canvas.Restore();
        WriteColumn(top, foot);
        if (sheet.Notice is { } notice)
        {
            Lettering.Write(canvas, notice, Margin, Foot - 12, new Letters(Small, IsBold: true));
        }

        Lettering.Write(canvas, sheet.Source, Margin, Foot, new Letters(9, Colour: Lettering.Quiet));

        void WriteColumn(double from, double to)
        {
            string?[] notes = [words, sheet.UnitLine];
            var known = notes.OfType<string>().ToList();
            var below = known.Sum(note => HeightOf(note, Small) + 8);
            var at = from;
            if (sheet.Takeaway is { } takeaway)
            {
                var size = TakeawaySizes.FirstOrDefault(s => HeightOf(takeaway, s) + 12 + below <= to - from, TakeawaySizes[^1]);
                at = Lines(takeaway, Column, at, ColumnRoom, new Letters(size)) + 12;
            }

            foreach (var note in known)
            {
                at = Lines(note, Column, at, ColumnRoom, new Letters(Small, Colour: Lettering.Quiet)) + 8;
            }
        }

        double Lines(string text, double x, double above, double room, Letters letters)
        {
            foreach (var line in Lettering.Wrap(text, room, letters.Size, letters.IsBold))
            {
                above += Step(letters.Size);
                Lettering.Write(canvas, line, x, above - (0.25 * letters.Size), letters);
            }

            return above;
        }
    }

    private static double HeightOf(string text, double size) => Lettering.Wrap(text, ColumnRoom, size).Count * Step(size);

    private static double Step(double size) => size * 1.28;
}
