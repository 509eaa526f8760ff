namespace Evaluation.Core.Reports.Charts;

/// <summary>One bar, usually a year.</summary>
/// <param name="Label">The word under the bar.</param>
/// <param name="Values">One value per segment, from the axis up; empty when nothing is known (« n.d. »).</param>
/// <remarks>Values below zero (credits) hang under the axis. Equality compares the list by reference.</remarks>
public sealed record StackedBar(string Label, IReadOnlyList<decimal> Values)
{
    /// <summary>The exact sum of the values.</summary>
    public decimal Total => Values.Sum();
}

/// <summary>What a total is made of, over one to four years.</summary>
public sealed record StackedBars : Chart
{
    /// <summary>Most segments that stay distinguishable, in any colour vision.</summary>
    public const int MostSegments = 6;

    /// <summary>Most bars side by side.</summary>
    public const int MostBars = 4;

    /// <summary>Names of the segments, from the axis up, at most <see cref="MostSegments"/>.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    /// <summary>One to <see cref="MostBars"/> bars; the last one carries the names.</summary>
    public required IReadOnlyList<StackedBar> Bars { get; init; }

    /// <summary>Decimals of the values and totals shown, 0 to 28.</summary>
    /// <value>0 unless set.</value>
    public int Decimals { get; init; }

    /// <inheritdoc/>
    public override double DrawOn(ChartCanvas canvas) => new StackedBarsDrawing(this, canvas).Draw();
}
