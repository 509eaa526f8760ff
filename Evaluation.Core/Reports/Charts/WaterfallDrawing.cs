using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Lays out a waterfall.</summary>
internal sealed class WaterfallDrawing
{
    private const double Top = 24;
    private const double Climb = 13;
    private const double Large = 12;
    private const double Air = 4;
    private const double Bottom = 240;
    private const double FirstLabel = 256;
    private const double LabelStep = 14;
    private const double WidestBar = 50;
    private const double Small = 11;
    private const double Baseline = 4;

    private readonly ChartCanvas _canvas;
    private readonly List<Column> _columns;
    private readonly Axis _axis;
    private readonly double _left;
    private readonly double _pitch;
    private readonly double _top;

    internal WaterfallDrawing(Waterfall chart, ChartCanvas canvas)
    {
        _canvas = canvas;
        _columns = [.. Columns(chart)];
        var ends = _columns.SelectMany(column => new[] { column.From, column.To }).ToList();
        _axis = Axis.Covering(ends.Min(), ends.Max(), chart.Decimals);
        _left = Math.Max(34, 7 + _axis.Ticks.Max(tick => TextWidth.Of(TickText(tick), Small)));
        _pitch = (Chart.Width - _left) / _columns.Count;
        var widest = _columns.Max(column => TextWidth.Of(column.Value, Large, bold: true));
        _top = widest + Air > _pitch ? Top + (2 * Climb) : Top;
    }

    private sealed record Column(decimal From, decimal To, string Style, string Value, string Label, string Detail);

    internal double Draw()
    {
        foreach (var tick in _axis.Ticks)
        {
            _canvas.Horizontal(tick == 0 ? "ax" : "g", _left, Chart.Width, Y(tick));
            _canvas.Text("s e", _left - 5, Y(tick) + Baseline, TickText(tick));
        }

        var width = Math.Min(WidestBar, _pitch * 0.76);
        var values = new List<TextBox>();
        var foot = FirstLabel;
        for (var i = 0; i < _columns.Count; i++)
        {
            var middle = _left + (_pitch * (i + 0.5));
            DrawBar(_columns[i], middle, width);
            DrawValue(_columns[i], middle, values);
            if (i + 1 < _columns.Count)
            {
                var level = Y(_columns[i].To);
                _canvas.Horizontal("ld", middle + (width / 2), middle + _pitch - (width / 2), level);
            }

            foot = Math.Max(foot, DrawWords(_columns[i], middle));
        }

        return foot + 16;
    }

    private static IEnumerable<Column> Columns(Waterfall chart)
    {
        var decimals = chart.Decimals;
        var level = chart.Reference;
        yield return End(level, chart.ReferenceLabel);
        foreach (var (label, amount) in chart.Steps)
        {
            var (style, word) = amount switch
            {
                > 0 => ("up", "hausse"),
                < 0 => ("dn", "baisse"),
                _ => ("f1", "stable"),
            };
            yield return new(level, level + amount, style, FrenchNumber.WithSign(amount, decimals), label, word);
            level += amount;
        }

        yield return End(level, chart.ResultLabel);

        Column End(decimal value, WaterfallEnd end) =>
            new(0, value, "f1", FrenchNumber.Format(value, decimals), end.Label, end.Detail);
    }

    private string TickText(decimal tick) => FrenchNumber.Format(tick, _axis.Decimals);

    private double Y(decimal value) => _axis.Place(value, Bottom, _top);

    private void DrawBar(Column column, double middle, double width)
    {
        var (top, foot) = (Math.Min(Y(column.From), Y(column.To)), Math.Max(Y(column.From), Y(column.To)));
        if (foot > top)
        {
            _canvas.Rectangle(column.Style, middle - (width / 2), top, width, Math.Max(foot - top, 0.4));
        }
        else
        {
            _canvas.Horizontal("ld", middle - (width / 2), middle + (width / 2), top);
        }
    }

    // A value wider than its column climbs over those already written.
    private void DrawValue(Column column, double middle, List<TextBox> values)
    {
        var y = Math.Min(Y(column.From), Y(column.To)) - 6;
        var box = Box();
        while (values.Exists(box.Overlaps))
        {
            y -= Climb;
            box = Box();
        }

        values.Add(box);
        _canvas.Text("b m", middle, y, column.Value);

        TextBox Box()
        {
            var tight = TextBox.Of(column.Value, middle, y, Large, bold: true, TextAnchor.Middle);
            return tight with { Left = tight.Left - (Air / 2), Right = tight.Right + (Air / 2) };
        }
    }

    private double DrawWords(Column column, double middle)
    {
        const double air = 3;
        var y = FirstLabel;
        var lines = TextWrap.TwoLines(column.Label, _pitch - air, Small);
        var isCut = lines.Any(line => line.EndsWith('…'));
        foreach (var line in lines)
        {
            _canvas.Text("s m t", middle, y, line, isCut ? column.Label : null);
            y += LabelStep;
        }

        _canvas.Text("s m", middle, y, TextWidth.Fit(column.Detail, _pitch - air, Small));
        return y;
    }
}
