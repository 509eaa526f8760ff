namespace Evaluation.Core.Reports.Charts;

/// <summary>One row: a commune and its value.</summary>
/// <param name="Name">Name of the commune or member.</param>
/// <param name="Value">The value, or null when there is none.</param>
/// <param name="Words">What stands in place of the bar when there is no value: « n.d. », « aucune décision ».</param>
public sealed record CommuneBar(string Name, decimal? Value, string Words = "n.d.")
{
    /// <summary>Whether it stands for several communes: drawn apart.</summary>
    /// <value>False unless set.</value>
    public bool IsTogether { get; init; }
}

/// <summary>The rows that a slide has no room for.</summary>
/// <param name="Bar">What they come to together.</param>
/// <param name="Words">What the slide says of it.</param>
public sealed record RestOfBars(CommuneBar Bar, string Words);

/// <summary>Which side of the reference line a row must not be on.</summary>
public enum Overrun
{
    /// <summary>Neither: the line is a mean to compare with.</summary>
    None,

    /// <summary>Above: the target is a maximum. Rows above it are marked ▲.</summary>
    Above,

    /// <summary>Below: the target is a minimum. Rows below it are marked ▼.</summary>
    Below,
}

/// <summary>Horizontal bars, one row per commune, in the order given.</summary>
/// <remarks>
/// The caller sorts, by value then Insee code. Without a reference line each value follows its bar; with one, or with
/// values below zero, values stand in a column at the right.
/// </remarks>
public sealed record CommuneBars : Chart
{
    /// <summary>Rows that a slide has room for, besides the one of all others.</summary>
    public const int RowsOfSlide = 15;

    /// <summary>Rows from the top.</summary>
    public required IReadOnlyList<CommuneBar> Rows { get; init; }

    /// <summary>Decimals of the values shown, 0 to 28.</summary>
    /// <value>0 unless set.</value>
    public int Decimals { get; init; }

    /// <summary>A target or a mean, drawn across all rows.</summary>
    public TargetLine? Reference { get; init; }

    /// <summary>On which side of the reference a row is marked.</summary>
    /// <value><see cref="Overrun.None"/> unless set.</value>
    public Overrun Marked { get; init; }

    /// <summary>What the rows after the first <see cref="RowsOfSlide"/> come to together; null when all find room.</summary>
    public RestOfBars? Rest { get; init; }

    /// <inheritdoc/>
    public override (Graphic Graphic, string? Words) ForSlide() => Rest is { } rest
        ? (this with { Rows = [.. Rows.Take(RowsOfSlide), rest.Bar], Rest = null }, rest.Words)
        : (this, null);

    /// <inheritdoc/>
    public override double DrawOn(ChartCanvas canvas) => new CommuneBarsDrawing(this, canvas).Draw();

    /// <summary>Whether the row is on the wrong side of the reference.</summary>
    internal bool IsMarked(CommuneBar row) => Marked switch
    {
        Overrun.Above => row.Value > Reference?.Value,
        Overrun.Below => row.Value < Reference?.Value,
        Overrun.None => false,
    };
}
