using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Lays out a waterfall.</summary>
internal sealed class WaterfallDrawing
{
    private const double Top = 24;
    private const double Bottom = 240;
    private const double FirstLabel = 256;
    private const double LabelStep = 14;
    private const double WidestBar = 50;
    private const double Small = 11;
    private const double Baseline = 4;

    private readonly SvgCanvas _canvas;
    private readonly List<Column> _columns;
    private readonly Axis _axis;
    private readonly double _left;
    private readonly double _pitch;

    internal WaterfallDrawing(Waterfall chart, SvgCanvas canvas)
    {
        _canvas = canvas;
        _columns = [.. Columns(chart)];
        var ends = _columns.SelectMany(column => new[] { column.From, column.To }).ToList();
        _axis = Axis.Covering(ends.Min(), ends.Max(), chart.Decimals);
        _left = Math.Max(34, 7 + _axis.Ticks.Max(tick => TextWidth.Of(TickText(tick), Small)));
        _pitch = (Chart.Width - _left) / _columns.Count;
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
        var labelLines = _columns.ConvertAll(column => TextWrap.TwoLines(column.Label, _pitch - 3, Small));
        var detailAt = FirstLabel + (LabelStep * labelLines.Max(lines => lines.Count));
        for (var i = 0; i < _columns.Count; i++)
        {
            var middle = _left + (_pitch * (i + 0.5));
            DrawColumn(_columns[i], middle, width);
            if (i + 1 < _columns.Count)
            {
                var level = Y(_columns[i].To);
                _canvas.Horizontal("ld", middle + (width / 2), middle + _pitch - (width / 2), level);
            }

            foreach (var (line, text) in labelLines[i].Index())
            {
                _canvas.Text("s m t", middle, FirstLabel + (line * LabelStep), text);
            }

            _canvas.Text("s m", middle, detailAt, TextWidth.Fit(_columns[i].Detail, _pitch - 3, Small));
        }

        return detailAt + 16;
    }

    private static IEnumerable<Column> Columns(Waterfall chart)
    {
        var decimals = chart.Decimals;
        var level = chart.Reference;
        yield return new(
            0, level, "f1", FrenchNumber.Format(level, decimals), chart.ReferenceLabel.Label, chart.ReferenceLabel.Detail);
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

        yield return new(
            0, level, "f1", FrenchNumber.Format(level, decimals), chart.ResultLabel.Label, chart.ResultLabel.Detail);
    }

    private string TickText(decimal tick) => FrenchNumber.Format(tick, _axis.Decimals);

    private double Y(decimal value) => _axis.Place(value, Bottom, Top);

    private void DrawColumn(Column column, double middle, double width)
    {
        var (top, foot) = (Math.Min(Y(column.From), Y(column.To)), Math.Max(Y(column.From), Y(column.To)));
        if (foot > top)
        {
            _canvas.Rectangle(column.Style, middle - (width / 2), top, width, Math.Max(foot - top, 0.4));
        }

        _canvas.Text("b m", middle, top - 6, column.Value);
    }
}
