namespace Evaluation.Core.Reports.Charts;

/// <summary>A bar for a table cell: bar = the year, ring = the year before, thick tick = the target.</summary>
/// <remarks>
/// 120 × 16, hidden from screen readers: the values stand beside it in words. The scale goes from
/// <see cref="ScaleStart"/> to <see cref="ScaleEnd"/>; what lies beyond is drawn at the edge.
/// </remarks>
public sealed record Bullet
{
    private const double Left = 1;
    private const double Right = 119;
    private const decimal Headroom = 1.05m;

    /// <summary>Value of the year, or null when there is none.</summary>
    public decimal? Value { get; init; }

    /// <summary>Value of the year before.</summary>
    public decimal? Previous { get; init; }

    /// <summary>The target.</summary>
    public decimal? Target { get; init; }

    /// <summary>Value at the left edge.</summary>
    /// <value>0 unless set.</value>
    public decimal ScaleStart { get; init; }

    /// <summary>Value at the right edge.</summary>
    /// <value>The highest of the three values and 5 % more, unless set.</value>
    public decimal? ScaleEnd { get; init; }

    /// <summary>The drawing for a page whose style sheet has <c>.bullet</c>; it carries its own colours.</summary>
    public string ToInlineSvg()
    {
        var bar = Value is { } value && X(value) > Left
            ? $"<path d=\"M1 9H{ChartCanvas.Number(X(value))}\" stroke=\"#0f4d5f\" stroke-width=\"7\"/>"
            : "";
        var ring = Previous is { } previous
            ? $"<circle cx=\"{ChartCanvas.Number(X(previous))}\" cy=\"9\" r=\"2.6\" fill=\"#fff\" stroke=\"#43505b\"" +
                " stroke-width=\"1.4\"/>"
            : "";
        var tick = Target is { } target
            ? $"<path d=\"M{ChartCanvas.Number(X(target))} 1V16\" stroke=\"#a8440a\" stroke-width=\"2.5\"/>"
            : "";
        return "<svg class=\"bullet\" viewBox=\"0 0 120 16\" aria-hidden=\"true\" focusable=\"false\">" +
            $"<path d=\"M1 15.5H119\" stroke=\"#7d8a90\"/>{bar}{ring}{tick}</svg>";
    }

    private double X(decimal value)
    {
        var highest = new[] { Value, Previous, Target }.Max() ?? ScaleStart;
        var length = (ScaleEnd ?? (ScaleStart + ((highest - ScaleStart) * Headroom))) - ScaleStart;
        return length <= 0
            ? Left
            : Left + ((double)Math.Clamp((value - ScaleStart) / length, 0, 1) * (Right - Left));
    }
}
