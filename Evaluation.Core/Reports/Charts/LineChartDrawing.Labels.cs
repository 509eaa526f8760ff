using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Charts;

/// <content>The words at the end of the lines, and the highest and lowest values.</content>
internal sealed partial class LineChartDrawing
{
    private sealed record EndLabel(string Text, string Style, double Size, bool Bold, int? Index, decimal Value);

    /// <summary>The words in the right margin: lines that reach the last category, and the target.</summary>
    private IEnumerable<EndLabel> EndLabels() => AllLabels().Where(label => label.Index is null || IsLast(label.Index));

    private IEnumerable<EndLabel> AllLabels()
    {
        if (LastOf(_chart.Current) is { } current)
        {
            yield return new(_chart.Current.Label, "b", Large, true, current.Index, current.Value);
        }

        if (_chart.Previous is { } previous && LastOf(previous) is { } end)
        {
            yield return new(previous.Label, "", Large, false, end.Index, end.Value);
        }

        if (_chart.Target is { } target)
        {
            yield return new(target.Word, "s tgl", Small, true, null, target.Value);
        }
    }

    private void DrawEndLabels(LabelPlacer labels)
    {
        var margin = EndLabels().ToList();
        var heights = Spread.Apart([.. margin.Select(label => Y(label.Value) + Baseline)], LabelGap, 12, Bottom + 6);
        foreach (var (label, y) in margin.Zip(heights))
        {
            var text = TextWidth.Fit(label.Text, LabelRoom, label.Size, label.Bold);
            var x = _right + 5;
            _canvas.Text(label.Style, x, y, text, text == label.Text ? null : label.Text);
            labels.Avoid(TextBox.Of(text, x, y, label.Size, label.Bold, TextAnchor.Start));
        }

        foreach (var label in AllLabels().Except(margin))
        {
            var text = TextWidth.Fit(label.Text, LabelRoom, label.Size, label.Bold);
            labels.Write(label.Style, text, label.Size, label.Bold, AfterPoint(X(label.Index!.Value), Y(label.Value)));
        }
    }

    private void DrawExtremes(LabelPlacer labels)
    {
        var located = Located(_chart.Current).ToList();
        if (located.Count == 0)
        {
            if (AllLabels().All(label => label.Index is null))
            {
                _canvas.Text("m", (_left + _right) / 2, (_top + Bottom) / 2, "Aucune valeur");
            }

            return;
        }

        var highest = located.MaxBy(point => point.Point.Value);
        var lowest = located.MinBy(point => point.Point.Value);
        Label(highest, above: true);
        if (lowest.Point.Value != highest.Point.Value)
        {
            Label(lowest, above: false);
        }

        void Label((double X, double Y, LinePoint Point) point, bool above) => labels.Write(
            "b",
            FrenchNumber.Format(point.Point.Value!.Value, _chart.Decimals),
            Large,
            bold: true,
            AroundPoint(point.X, point.Y, above));
    }

    private static List<LabelSpot> AfterPoint(double x, double y) =>
    [
        new(x + 8, y - 8, TextAnchor.Start),
        new(x + 8, y + Baseline, TextAnchor.Start),
        new(x + 8, y + 16, TextAnchor.Start),
        new(x, y + 19, TextAnchor.Middle),
        new(x, y - 9, TextAnchor.Middle),
    ];

    private static List<LabelSpot> AroundPoint(double x, double y, bool above)
    {
        var (near, far) = above ? (y - 9, y + 19) : (y + 19, y - 9);
        return
        [
            new(x, near, TextAnchor.Middle),
            new(x + 2, near, TextAnchor.End),
            new(x - 2, near, TextAnchor.Start),
            new(x - 8, y + Baseline, TextAnchor.End),
            new(x + 8, y + Baseline, TextAnchor.Start),
            new(x, far, TextAnchor.Middle),
            new(x + 2, far, TextAnchor.End),
            new(x - 2, far, TextAnchor.Start),
            new(x - 8, near, TextAnchor.End),
            new(x - 8, far, TextAnchor.End),
            new(x, y - 24, TextAnchor.Middle),
            new(x, y + 34, TextAnchor.Middle),
        ];
    }

    private bool IsLast(int? index) => index == _chart.Categories.Count - 1;

    private static (int Index, decimal Value)? LastOf(LineSeries series)
    {
        for (var i = series.Points.Count - 1; i >= 0; i--)
        {
            if (series.Points[i].Value is { } value)
            {
                return (i, value);
            }
        }

        return null;
    }
}
