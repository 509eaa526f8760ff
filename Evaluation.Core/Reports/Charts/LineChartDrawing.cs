using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Lays out one line chart.</summary>
internal sealed partial class LineChartDrawing
{
    private const double Height = 236;
    private const double Top = 14;
    private const double TopUnderLabel = 22;
    private const double Bottom = 208;
    private const double BottomLabels = 225;
    private const double Inset = 10;
    private const double LabelGap = 13.5;
    private const double LabelRoom = 90;
    private const double Large = 12;
    private const double Small = 11;
    private const double Baseline = 4;

    private readonly LineChart _chart;
    private readonly ChartCanvas _canvas;
    private readonly Axis _axis;
    private readonly double _left;
    private readonly double _right;
    private readonly double _top;

    internal LineChartDrawing(LineChart chart, ChartCanvas canvas)
    {
        var room = chart.Categories.Count;
        if (chart.Current.Points.Count > room || chart.Previous?.Points.Count > room)
        {
            throw new ArgumentException("A line has at most one point per category.", nameof(chart));
        }

        (_chart, _canvas, _axis) = (chart, canvas, LineChartScale.Of(chart));
        _left = Math.Max(34, 7 + _axis.Ticks.Max(tick => TextWidth.Of(TickText(tick), Small)));
        var labels = EndLabels().Select(label => TextWidth.Of(label.Text, label.Size, label.Bold));
        _right = Math.Min(322, Chart.Width - 6 - labels.DefaultIfEmpty(0).Max());
        var peak = chart.Current.Points.Max(point => point.Value) ?? _axis.Start;
        _top = _axis.Place(peak, Bottom, Top) < TopUnderLabel ? TopUnderLabel : Top;
    }

    internal double Draw()
    {
        DrawScale();
        DrawCategories();
        var labels = new LabelPlacer(_canvas, new TextBox(_left + 1, 2, _right + Inset, Bottom - 1));
        if (_chart.Target is { } target)
        {
            _canvas.Horizontal("tg", _left, _right, Y(target.Value));
            labels.Avoid((_left, Y(target.Value)), (_right, Y(target.Value)));
        }

        if (_chart.Previous is { } previous)
        {
            DrawLine("l1", previous, labels);
            DrawLonePoints(previous);
        }

        DrawLine("l0", _chart.Current, labels);
        foreach (var (x, y, point) in Located(_chart.Current))
        {
            _canvas.Circle(point.IsProvisional ? "ph" : "p", x, y, 3.2);
        }

        DrawEndLabels(labels);
        DrawExtremes(labels);
        return Height;
    }

    private double X(int index) => _chart.Categories.Count == 1
        ? (_left + _right) / 2
        : _left + Inset + (index * (_right - _left - Inset) / (_chart.Categories.Count - 1));

    private double Y(decimal value) => _axis.Place(value, Bottom, _top);

    private string TickText(decimal tick) => FrenchNumber.Format(tick, _axis.Decimals);

    private IEnumerable<(double X, double Y, LinePoint Point)> Located(LineSeries series) =>
        series.Points.Index()
            .Where(entry => entry.Item.Value is not null)
            .Select(entry => (X(entry.Index), Y(entry.Item.Value!.Value), entry.Item));

    private void DrawScale()
    {
        const double breakWidth = 12;
        foreach (var tick in _axis.Ticks)
        {
            var y = Y(tick);
            var isBroken = _axis.IsCut && tick == _axis.Start;
            _canvas.Horizontal(tick == 0 ? "ax" : "g", isBroken ? _left + breakWidth : _left, _right, y);
            _canvas.Text("s e", _left - 5, y + Baseline, TickText(tick));
        }

        if (_axis.IsCut)
        {
            _canvas.Path("ld", $"M{ChartCanvas.Number(_left)} {ChartCanvas.Number(Bottom)}l2 -3l4 6l4 -6l2 3");
        }
    }

    private void DrawCategories()
    {
        const double air = 4;
        var count = _chart.Categories.Count;
        var widest = _chart.Categories.Select(label => TextWidth.Of(label, Small)).DefaultIfEmpty(0).Max() + air;
        var every = count < 2 ? 1 : (int)Math.Ceiling(widest / (X(1) - X(0)));
        for (var i = 0; i < count; i++)
        {
            // Counted from the end, so that the latest period is always named.
            if ((count - 1 - i) % every == 0)
            {
                _canvas.Text("s m", X(i), BottomLabels, _chart.Categories[i]);
            }
        }
    }

    private void DrawLine(string style, LineSeries series, LabelPlacer labels)
    {
        foreach (var run in LineRuns.Of(series.Points).Where(run => run.Count > 1))
        {
            var points = run.Select(index => (X(index), Y(series.Points[index].Value!.Value))).ToList();
            _canvas.Path(style, ChartCanvas.Points(points));
            foreach (var (from, to) in points.Zip(points.Skip(1)))
            {
                labels.Avoid(from, to);
            }
        }
    }

    // A dotted line has no points: a value between two gaps would not show at all.
    private void DrawLonePoints(LineSeries series)
    {
        foreach (var run in LineRuns.Of(series.Points).Where(run => run.Count == 1))
        {
            _canvas.Circle("fn", X(run[0]), Y(series.Points[run[0]].Value!.Value), 1.5);
        }
    }
}
