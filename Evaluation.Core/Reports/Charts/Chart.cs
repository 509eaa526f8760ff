namespace Evaluation.Core.Reports.Charts;

/// <summary>A chart: 360 units wide, drawn the same on every machine.</summary>
/// <remarks>
/// Values are already in the unit to show (k€, days, percent) and are rounded for display only. The caller prints
/// what surrounds a chart: heading, unit line, sentence to remember, table of data.
/// </remarks>
public abstract record Chart : Graphic
{
    /// <summary>Width of every chart, in user units: two stand side by side, text keeps its size.</summary>
    public const int Width = 360;

    private protected Chart()
    {
    }

    /// <summary>The chart to put in a page that carries the chart rules of its style sheet (<c>svg.c</c>).</summary>
    /// <param name="id">Prefix of the identifiers inside, unique in the page.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> is not an unaccented letter followed by letters, digits, - and _.
    /// </exception>
    public string ToInlineSvg(string id) => Draw(SvgCanvas.Inline(id));

    /// <summary>The chart as a complete <c>.svg</c> document that needs no style sheet.</summary>
    public string ToStandaloneSvg() => Draw(SvgCanvas.Standalone());

    /// <summary>Draws the chart and returns its height in user units.</summary>
    public abstract double DrawOn(ChartCanvas canvas);

    private string Draw(SvgCanvas canvas) => canvas.Finish(Title, Description, DrawOn(canvas));
}
