using System.Text;
using Evaluation.Core.Reports.Charts;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>How a text is written.</summary>
/// <param name="Size">In units of the picture.</param>
/// <param name="IsBold">Whether letters are bold.</param>
/// <param name="Colour"><c>0xRRGGBB</c>.</param>
internal readonly record struct Letters(double Size, bool IsBold = false, int Colour = Lettering.Ink)
{
    public TextAnchor Anchor { get; init; }

    /// <summary>Colour of the halo under the letters; null for none.</summary>
    public int? Halo { get; init; }

    public double HaloWidth { get; init; }
}

/// <summary>Measures, wraps and writes text with the embedded letters; marks that the font lacks are drawn.</summary>
internal static class Lettering
{
    /// <summary>The colour of text.</summary>
    public const int Ink = 0x16202a;

    /// <summary>The colour of what is said beside it.</summary>
    public const int Quiet = 0x43505b;


    /// <summary>Whether a letter has a shape; another shows as an empty box.</summary>
    public static bool CanWrite(int rune) => DrawnMark.Is(rune) || PictureFonts.CanDraw(Drawn(rune));

    /// <summary>The width of a text, in the unit of the size.</summary>
    public static float Measure(string text, double size, bool bold = false)
    {
        var width = 0f;
        foreach (var run in Runs(text, bold))
        {
            width += WidthOf(run, (float)size);
        }

        return width;
    }

    /// <summary>The text, or as much of it as fits followed by an ellipsis.</summary>
    public static string Fit(string text, double room, double size)
    {
        if (Measure(text, size) <= room)
        {
            return text;
        }

        var kept = text.EnumerateRunes().ToList();
        while (kept.Count > 1 && Measure(string.Concat(kept) + "…", size) > room)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return string.Concat(kept).TrimEnd() + "…";
    }

    /// <summary>The text in letters that the font has, for what ScottPlot writes itself.</summary>
    public static string Plain(string text) => string.Concat(text.EnumerateRunes().Select(rune => new Rune(Drawn(rune.Value))));

    /// <summary>Lines no wider than the room; a word that is wider stands alone.</summary>
    public static IReadOnlyList<string> Wrap(string text, double room, double size, bool bold = false)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Measure($"{lines[^1]} {word}", size, bold) <= room)
            {
                lines[^1] = $"{lines[^1]} {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>Writes a text at its baseline.</summary>
    public static void Write(SKCanvas canvas, string text, double x, double y, Letters letters)
    {
        var left = (float)x - (letters.Anchor switch
        {
            TextAnchor.Middle => Measure(text, letters.Size, letters.IsBold) / 2,
            TextAnchor.End => Measure(text, letters.Size, letters.IsBold),
            TextAnchor.Start => 0,
        });
        if (letters.Halo is { } halo)
        {
            using var around = new SKPaint
            {
                IsAntialias = true,
                Color = PictureCanvas.ColourOf(halo),
                Style = SKPaintStyle.Stroke,
                StrokeWidth = (float)letters.HaloWidth,
                StrokeJoin = SKStrokeJoin.Round,
            };
            Write(canvas, text, left, (float)y, letters, around);
        }

        using var inside = new SKPaint { IsAntialias = true, Color = PictureCanvas.ColourOf(letters.Colour) };
        Write(canvas, text, left, (float)y, letters, inside);
    }

    private static void Write(SKCanvas canvas, string text, float x, float y, Letters letters, SKPaint paint)
    {
        var size = (float)letters.Size;
        foreach (var run in Runs(text, letters.IsBold))
        {
            if (run.Face is null)
            {
                using var mark = DrawnMark.Of(run.Text[0], x, y, size, letters.IsBold);
                canvas.DrawPath(mark, paint);
            }
            else
            {
                using var font = FontOf(run.Face, size);
                canvas.DrawText(run.Text, x, y, SKTextAlign.Left, font, paint);
            }

            x += WidthOf(run, size);
        }
    }

    private static float WidthOf((string Text, SKTypeface? Face) run, float size)
    {
        if (run.Face is null)
        {
            return DrawnMark.WidthOf(run.Text[0]) * size;
        }

        using var font = FontOf(run.Face, size);
        return font.MeasureText(run.Text);
    }

    // Without hinting letters keep their shape at every size and on every machine.
    private static SKFont FontOf(SKTypeface face, float size) => new(face, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Subpixel = true,
    };

    private static IEnumerable<(string Text, SKTypeface? Face)> Runs(string text, bool bold)
    {
        var run = new StringBuilder();
        SKTypeface? face = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var drawn = Drawn(rune.Value);
            var next = DrawnMark.Is(drawn) ? null : PictureFonts.FaceOf(drawn, bold);
            if (run.Length > 0 && (next != face || next is null))
            {
                yield return (run.ToString(), face);
                run.Clear();
            }

            face = next;
            run.Append(new Rune(drawn));
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), face);
        }
    }

    // Spaces and hyphens that do not break look like those that do; the font lacks some of them.
    private static int Drawn(int rune) => rune switch
    {
        0x202F or 0x2009 or 0x2007 => 0xA0,
        0x2010 or 0x2011 => '-',
        _ => rune,
    };
}
