using System.Globalization;

namespace Evaluation.Core.Reports.Charts;

/// <summary>What a chart is drawn on: a page with y downwards, in user units, styles named as in the style sheet.</summary>
/// <remarks>
/// A chart draws the same on every canvas. Coordinates carry one decimal; path data is that of SVG (M, L, H, V, h, v, l, z).
/// </remarks>
public abstract class ChartCanvas
{
    /// <summary>A coordinate with at most one decimal, rounded half away from zero, never <c>-0</c>.</summary>
    internal static string Number(double value)
    {
        var rounded = Round(value);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>The data of a path from point to point.</summary>
    internal static string Points(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(p => $"{Number(p.X)} {Number(p.Y)}"));

    /// <summary>A path.</summary>
    /// <param name="style">Class names, see <see cref="Ink.OfShape"/>.</param>
    /// <param name="data">Path data as in SVG.</param>
    public abstract void Path(string style, string data);

    /// <summary>A circle around a point.</summary>
    /// <param name="style">Class names, see <see cref="Ink.OfShape"/>.</param>
    /// <param name="x">Centre, from the left.</param>
    /// <param name="y">Centre, from the top.</param>
    /// <param name="radius">In user units.</param>
    public abstract void Circle(string style, double x, double y, double radius);

    /// <summary>Text at a baseline.</summary>
    /// <param name="style">Class names, see <see cref="Ink.OfText"/>.</param>
    /// <param name="x">Where the anchor is, from the left.</param>
    /// <param name="y">The baseline, from the top.</param>
    /// <param name="text">What is shown.</param>
    /// <param name="whole">The full text when only part of it is shown.</param>
    public abstract void Text(string style, double x, double y, string text, string? whole = null);

    /// <summary>A horizontal line.</summary>
    public void Horizontal(string style, double from, double to, double y) =>
        Path(style, $"M{Number(from)} {Number(y)}H{Number(to)}");

    /// <summary>A vertical line.</summary>
    public void Vertical(string style, double x, double from, double to) =>
        Path(style, $"M{Number(x)} {Number(from)}V{Number(to)}");

    /// <summary>A filled rectangle.</summary>
    public void Rectangle(string style, double x, double y, double width, double height)
    {
        var (w, h) = (Number(width), Number(height));
        Path(style, $"M{Number(x)} {Number(y)}h{w}v{h}h-{w}z");
    }

    /// <summary>A coordinate as every canvas places it: one decimal, half away from zero.</summary>
    protected static double Round(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
