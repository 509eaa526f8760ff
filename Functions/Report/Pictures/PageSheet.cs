using Evaluation.Core.Reports.Charts;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>Puts title and unit above a chart, and below it whose it is, when and from where.</summary>
internal static class PageSheet
{
    /// <summary>Pixels a unit.</summary>
    public const int Scale = 2;

    /// <summary>In units.</summary>
    public const int Width = Chart.Width + (2 * Margin);

    private const int Margin = 12;
    private const double Title = 14;
    private const double TitleStep = 18;
    private const double Small = 11;
    private const double SmallStep = 14.5;

    private sealed record Line(string Text, double Y, Letters Letters);

    /// <summary>The sheet and its height in units.</summary>
    public static (int Height, Action<SKCanvas> Draw) Of(ChartSheet sheet, PictureBody body)
    {
        var lines = new List<Line>();
        var y = Margin + Title - TitleStep;
        Add(sheet.Graphic.Title, Title, TitleStep, new Letters(Title, IsBold: true));
        y += 2;
        Add(sheet.UnitLine, Small, SmallStep, new Letters(Small, Colour: Lettering.Quiet));
        var top = y + 10;
        y = top + body.Height;
        Add($"{sheet.Service}, {sheet.Community}, {sheet.Period}", Small, SmallStep, new Letters(Small));
        Add(sheet.Source, Small, SmallStep, new Letters(Small, Colour: Lettering.Quiet));
        if (sheet.Notice is { } notice)
        {
            Add(notice, Small, SmallStep, new Letters(Small, IsBold: true));
        }

        return ((int)Math.Ceiling(y + Margin), Draw);

        void Draw(SKCanvas canvas)
        {
            foreach (var line in lines)
            {
                Lettering.Write(canvas, line.Text, Margin, line.Y, line.Letters);
            }

            canvas.Save();
            canvas.Translate(Margin, (float)top);
            body.Draw(canvas);
            canvas.Restore();
        }

        void Add(string text, double size, double step, Letters letters)
        {
            foreach (var line in Lettering.Wrap(text, Chart.Width, size, letters.IsBold))
            {
                y += step;
                lines.Add(new Line(line, y, letters));
            }
        }
    }
}
