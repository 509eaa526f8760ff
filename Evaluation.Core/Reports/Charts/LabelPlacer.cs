namespace Evaluation.Core.Reports.Charts;

/// <summary>Where a label may go: a point of the page and the side of the text that touches it.</summary>
internal readonly record struct LabelSpot(double X, double Y, TextAnchor Anchor);

/// <summary>Puts labels where they touch neither each other nor the edges, and lines as little as possible.</summary>
/// <param name="canvas">Where the labels are written.</param>
/// <param name="frame">What labels must stay within.</param>
internal sealed class LabelPlacer(ChartCanvas canvas, TextBox frame)
{
    private const double OverText = 1000;
    private const double OverEdge = 400;
    private const double OverLine = 3;
    private const double Air = 2;

    private readonly List<TextBox> _texts = [];
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _lines = [];

    internal void Avoid((double X, double Y) from, (double X, double Y) to) => _lines.Add((from, to));

    // Fonts differ a little from the estimate: texts keep their distance.
    internal void Avoid(TextBox text) =>
        _texts.Add(text with { Left = text.Left - Air, Right = text.Right + Air });

    /// <summary>
    /// Writes the label at the first of the least bad spots; not at all where every spot lies on another text: the table
    /// behind the chart has the value, and two texts on top of each other tell nothing.
    /// </summary>
    internal void Write(string style, string text, double size, bool bold, IReadOnlyList<LabelSpot> spots)
    {
        var best = spots
            .Select((spot, rank) => (Spot: spot, Box: BoxAt(spot), Rank: rank))
            .MinBy(choice => Cost(choice.Box) + choice.Rank);
        if (_texts.Exists(best.Box.Overlaps))
        {
            return;
        }

        Avoid(best.Box);
        var anchor = best.Spot.Anchor switch
        {
            TextAnchor.Middle => " m",
            TextAnchor.End => " e",
            TextAnchor.Start => "",
        };
        canvas.Text((style + anchor).TrimStart(), best.Spot.X, best.Spot.Y, text);

        TextBox BoxAt(LabelSpot spot) => TextBox.Of(text, spot.X, spot.Y, size, bold, spot.Anchor);
    }

    private double Cost(TextBox box) =>
        (OverText * _texts.Count(box.Overlaps))
        + (box.IsWithin(frame) ? 0 : OverEdge)
        + (OverLine * _lines.Count(line => box.Crosses(line.From, line.To)));
}
