using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>The marks that the embedded font lacks, as shapes: ▲ ▼ ≤ ≥.</summary>
internal static class DrawnMark
{
    private const float TriangleWidth = 0.99f;
    private const float SignWidth = 0.59f;

    public static bool Is(int rune) => rune is '▲' or '▼' or '≤' or '≥';

    /// <summary>Advance, in parts of the size.</summary>
    public static float WidthOf(char mark) => mark is '▲' or '▼' ? TriangleWidth : SignWidth;

    /// <summary>The mark at a baseline.</summary>
    public static SKPath Of(char mark, float x, float y, float size, bool bold)
    {
        var path = new SKPath();
        if (mark is '▲' or '▼')
        {
            var (foot, head) = mark == '▲' ? (0f, -0.7f) : (-0.7f, 0f);
            Add((0.12f, foot), (0.87f, foot), (0.495f, head));
            return path;
        }

        var stroke = bold ? 0.12f : 0.08f;
        Add(
            (0.06f, -0.68f), (0.53f, -0.4f - (stroke / 2)), (0.53f, -0.4f + (stroke / 2)), (0.06f, -0.12f),
            (0.06f, -0.12f - stroke), (0.53f - (2.1f * stroke), -0.4f), (0.06f, -0.68f + stroke));
        Add((0.06f, -stroke), (0.53f, -stroke), (0.53f, 0), (0.06f, 0));
        return path;

        void Add(params ReadOnlySpan<(float X, float Y)> points)
        {
            var corners = new SKPoint[points.Length];
            for (var i = 0; i < points.Length; i++)
            {
                var across = mark == '≤' ? SignWidth - points[i].X : points[i].X;
                corners[i] = new SKPoint(x + (across * size), y + (points[i].Y * size));
            }

            path.AddPoly(corners);
        }
    }
}
