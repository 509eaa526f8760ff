namespace Evaluation.Core.Reports.Charts;

/// <summary>One step of a waterfall: a cause and what it adds or takes away.</summary>
/// <param name="Label">The cause: « Prix », « Volume », « Efficience ».</param>
/// <param name="Amount">Signed amount, in the unit of the chart.</param>
public sealed record WaterfallStep(string Label, decimal Amount);

/// <summary>A bar at either end of a waterfall.</summary>
/// <param name="Label">First line under the bar: « Référence », « Coût ».</param>
/// <param name="Detail">Second line: the year.</param>
public sealed record WaterfallEnd(string Label, string Detail);

/// <summary>How a reference becomes a result, step by step.</summary>
/// <remarks>The result is the exact sum, so the picture cannot disagree with its own steps.</remarks>
public sealed record Waterfall : Chart
{
    /// <summary>Value to start from.</summary>
    public required decimal Reference { get; init; }

    /// <summary>Words under the reference.</summary>
    public required WaterfallEnd ReferenceLabel { get; init; }

    /// <summary>Steps in order.</summary>
    public required IReadOnlyList<WaterfallStep> Steps { get; init; }

    /// <summary>Words under the result.</summary>
    public required WaterfallEnd ResultLabel { get; init; }

    /// <summary>Decimals of the values shown, 0 to 28.</summary>
    /// <value>1 unless set.</value>
    public int Decimals { get; init; } = 1;

    /// <summary>The reference plus every step.</summary>
    public decimal Result => Reference + Steps.Sum(step => step.Amount);

    /// <inheritdoc/>
    public override double DrawOn(ChartCanvas canvas) => new WaterfallDrawing(this, canvas).Draw();
}
