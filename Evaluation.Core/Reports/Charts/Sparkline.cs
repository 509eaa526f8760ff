namespace Evaluation.Core.Reports.Charts;

/// <summary>The shape of a course, for a table cell; its last value is written beside it.</summary>
/// <param name="Values">Values in order of time; null is a gap.</param>
/// <remarks>84 × 20, hidden from screen readers. Lowest to highest fills the height: shape only, no scale.</remarks>
public sealed record Sparkline(IReadOnlyList<decimal?> Values)
{
    private const double Left = 3;
    private const double Right = 81;
    private const double Top = 4;
    private const double Bottom = 17;

    /// <summary>The drawing for a page whose style sheet has <c>.spark</c>; it carries its own colours.</summary>
    public string ToInlineSvg()
    {
        var runs = LineRuns.Of([.. Values.Select(value => new LinePoint(value))]);
        var lines = string.Concat(runs.Where(run => run.Count > 1).Select(run => ChartCanvas.Points(run.Select(Place))));
        var path = lines.Length == 0 ? "" : $"<path d=\"{lines}\" stroke=\"#0f4d5f\" stroke-width=\"1.5\"/>";
        var lone = string.Concat(runs.SkipLast(1).Where(run => run.Count == 1).Select(run => Dot(Place(run[0]), 0.8)));
        var last = runs.Count == 0 ? "" : Dot(Place(runs[^1][^1]), 2.4);
        return "<svg class=\"spark\" viewBox=\"0 0 84 20\" aria-hidden=\"true\" focusable=\"false\">" +
            $"{path}{lone}{last}</svg>";
    }

    private static string Dot((double X, double Y) at, double radius) =>
        $"<circle cx=\"{ChartCanvas.Number(at.X)}\" cy=\"{ChartCanvas.Number(at.Y)}\"" +
        $" r=\"{ChartCanvas.Number(radius)}\" fill=\"#0f4d5f\"/>";

    private (double X, double Y) Place(int index)
    {
        var known = Values.OfType<decimal>().ToList();
        var (low, high) = (known.Min(), known.Max());
        var x = Values.Count == 1 ? Right : Left + (index * (Right - Left) / (Values.Count - 1));
        var y = low == high
            ? (Top + Bottom) / 2
            : Bottom - ((double)((Values[index]!.Value - low) / (high - low)) * (Bottom - Top));
        return (x, y);
    }
}
