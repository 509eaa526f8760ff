using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Lays out stacked bars.</summary>
internal sealed class StackedBarsDrawing
{
    private const double Height = 286;
    private const double Top = 24;
    private const double Bottom = 258;
    private const double Separator = 0.8;
    private const double Large = 12;
    private const double Small = 11;
    private const double Baseline = 4;
    private const double LineHeight = 13;
    private const double RoomForValue = 16;

    private readonly StackedBars _chart;
    private readonly ChartCanvas _canvas;
    private readonly Axis _axis;
    private readonly double _left;
    private readonly double _pitch;
    private readonly double _barWidth;
    private readonly int _largest;

    internal StackedBarsDrawing(StackedBars chart, ChartCanvas canvas)
    {
        Check(chart);
        (_chart, _canvas) = (chart, canvas);
        _axis = Axis.Covering(chart.Bars.Min(Below), chart.Bars.Max(Above), chart.Decimals);
        _left = Math.Max(34, 7 + _axis.Ticks.Max(tick => TextWidth.Of(TickText(tick), Small)));
        var widest = chart.Bars.Max(bar => TextWidth.Of(Text(bar.Total), Large, bold: true));
        _pitch = chart.Bars.Count > 3 ? Math.Max(44, widest + 6) : Math.Max(58, widest + 6);
        _barWidth = Math.Min(46, _pitch - 8);
        _largest = LargestOf(chart.Bars[^1].Values);
    }

    private double Right => _left + 2 + (_pitch * _chart.Bars.Count);

    internal double Draw()
    {
        foreach (var tick in _axis.Ticks)
        {
            _canvas.Horizontal(tick == 0 ? "ax" : "g", _left, Right, Y(tick));
            _canvas.Text("s e", _left - 5, Y(tick) + Baseline, TickText(tick));
        }

        var x = _left + 1 + ((_pitch - _barWidth) / 2);
        foreach (var bar in _chart.Bars)
        {
            DrawBar(bar, x);
            x += _pitch;
        }

        DrawNames(x - _pitch + _barWidth);
        return Height;
    }

    private static void Check(StackedBars chart)
    {
        if (chart.Bars.Count is < 1 or > StackedBars.MostBars)
        {
            throw new ArgumentException("Stacked bars are one to four.", nameof(chart));
        }

        if (chart.Segments.Count is < 1 or > StackedBars.MostSegments)
        {
            throw new ArgumentException("Segments are one to six.", nameof(chart));
        }

        if (chart.Bars.Any(bar => bar.Values.Count != 0 && bar.Values.Count != chart.Segments.Count))
        {
            throw new ArgumentException("A bar has one value per segment, or none at all.", nameof(chart));
        }
    }

    private static decimal Above(StackedBar bar) => bar.Values.Where(value => value > 0).Sum();

    private static decimal Below(StackedBar bar) => bar.Values.Where(value => value < 0).Sum();

    private static int LargestOf(IReadOnlyList<decimal> values) =>
        values.Count == 0 ? -1 : values.Index().MaxBy(entry => entry.Item).Index;

    private string Text(decimal value) => FrenchNumber.Format(value, _chart.Decimals);

    private string TickText(decimal tick) => FrenchNumber.Format(tick, _axis.Decimals);

    private double Y(decimal value) => _axis.Place(value, Bottom, Top);

    /// <summary>The ends of each segment: positive ones pile up from zero, negative ones hang from it.</summary>
    private static IEnumerable<(int Segment, decimal From, decimal To)> Piled(StackedBar bar)
    {
        var (above, below) = (0m, 0m);
        foreach (var (segment, value) in bar.Values.Index())
        {
            var from = value < 0 ? below : above;
            yield return (segment, from, from + value);
            (above, below) = value < 0 ? (above, below + value) : (above + value, below);
        }
    }

    private void DrawBar(StackedBar bar, double x)
    {
        var middle = x + (_barWidth / 2);
        foreach (var (segment, from, to) in Piled(bar).Where(piece => piece.From != piece.To))
        {
            var (top, foot) = (Math.Min(Y(from), Y(to)), Math.Max(Y(from), Y(to)));
            _canvas.Rectangle($"f{segment + 1}", x, top, _barWidth, Math.Max(foot - top - Separator, 0.4));
            if (segment == _largest && HoldsValue(bar.Values[segment]))
            {
                _canvas.Text("m iv", middle, ((top + foot) / 2) + Baseline, Text(bar.Values[segment]));
            }
        }

        _canvas.Text("b m", middle, Y(Above(bar)) - 6, bar.Values.Count == 0 ? "n.d." : Text(bar.Total));
        _canvas.Text("s m t", middle, 274, TextWidth.Fit(bar.Label, _pitch - 2, Small));
    }

    private bool HoldsValue(decimal value) => Y(0) - Y(value) >= RoomForValue
        && TextWidth.Of(Text(value), Large, bold: true) <= _barWidth - 2;

    private void DrawNames(double edge)
    {
        var last = _chart.Bars[^1];
        var pieces = Piled(last).Where(piece => piece.From != piece.To).Reverse().ToList();
        var middles = pieces.Select(piece => (Y(piece.From) + Y(piece.To)) / 2).ToList();
        var places = Spread.Apart(middles, (2 * LineHeight) + 2, 10, Bottom - LineHeight);
        var (bend, end) = (edge + 13, edge + 17);
        var room = Chart.Width - end - 3;
        foreach (var (piece, from, to) in pieces.Zip(middles, places))
        {
            var name = _chart.Segments[piece.Segment];
            var shown = TextWidth.Fit(name, room, Small);
            _canvas.Path("ld", ChartCanvas.Points([(edge + 1, from), (bend, to)]) + $"H{ChartCanvas.Number(end)}");
            _canvas.Text("s t", end + 3, to + Baseline, shown, shown == name ? null : name);
            var value = last.Values[piece.Segment];
            if (piece.Segment != _largest || !HoldsValue(value))
            {
                _canvas.Text("s", end + 3, to + Baseline + LineHeight, Text(value));
            }
        }
    }
}
