namespace Evaluation.Core.Reports.Charts;

/// <summary>A point of a line.</summary>
/// <param name="Value">The value, or null when none was received: a gap in the line, never a zero.</param>
/// <param name="IsProvisional">Drawn hollow: the value may still change.</param>
public readonly record struct LinePoint(decimal? Value, bool IsProvisional = false);

/// <summary>A line and the word at its end, usually the year.</summary>
/// <param name="Label">The word at the end of the line.</param>
/// <param name="Points">One point per category, from the first; categories beyond the last point have no value.</param>
/// <remarks>Equality compares the list by reference.</remarks>
public sealed record LineSeries(string Label, IReadOnlyList<LinePoint> Points)
{
    /// <summary>A line of final values.</summary>
    public static LineSeries Of(string label, params IReadOnlyList<decimal?> values) =>
        new(label, [.. values.Select(value => new LinePoint(value))]);
}

/// <summary>A value to compare with, drawn in dashes.</summary>
/// <param name="Value">The value, in the unit of the chart.</param>
/// <param name="Word">What it is: « cible », « ensemble ».</param>
public sealed record TargetLine(decimal Value, string Word = "cible");

/// <summary>The course of an indicator over a year, with the year before and a target.</summary>
/// <remarks>Only the extremes of the current line are labelled; the table of data has the rest.</remarks>
public sealed record LineChart : Chart
{
    /// <summary>Labels under the axis, in order: <c>FrenchDate.MonthInitials</c>, « T1 » to « T4 », years.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The line to read first: solid, with points.</summary>
    public required LineSeries Current { get; init; }

    /// <summary>The line to compare with: dotted, without points.</summary>
    public LineSeries? Previous { get; init; }

    /// <summary>The target, when one was set.</summary>
    public TargetLine? Target { get; init; }

    /// <summary>Decimals of the values shown, 0 to 28.</summary>
    /// <value>0 unless set.</value>
    public int Decimals { get; init; }

    /// <summary>Whether the axis may leave zero out, for rates that stay far from it. Counts start at 0.</summary>
    /// <value>False unless set.</value>
    public bool MayCutAxis { get; init; }

    /// <summary>A natural maximum such as 100 for a percentage, that the axis does not exceed needlessly.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>Value at the foot of the axis, for « axe coupé à 84 % ».</summary>
    public decimal AxisStart => LineChartScale.Of(this).Start;

    /// <summary>Whether the axis leaves zero out: the unit line must say so.</summary>
    public bool IsAxisCut => LineChartScale.Of(this).IsCut;

    /// <inheritdoc/>
    public override double DrawOn(ChartCanvas canvas) => new LineChartDrawing(this, canvas).Draw();
}
