using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Lays out bars by commune.</summary>
internal sealed class CommuneBarsDrawing
{
    private const double RowHeight = 15.2;
    private const double BarHeight = 10.6;
    private const double Baseline = 8.8;
    private const double AxisTop = 20;
    private const double FirstRow = 26;
    private const double TickBaseline = 15;
    private const double Size = 11;
    private const double Air = 4;
    private const double NameGap = 5;
    private const double ValueEdge = 358;
    private const double UsualAxis = 154;
    private const double WidestNames = 200;
    private const double SmallestBar = 0.8;

    private readonly CommuneBars _chart;
    private readonly ChartCanvas _canvas;
    private readonly bool _hasValueColumn;
    private readonly double _names;
    private readonly double _right;
    private readonly decimal _low;
    private readonly decimal _high;

    internal CommuneBarsDrawing(CommuneBars chart, ChartCanvas canvas)
    {
        (_chart, _canvas) = (chart, canvas);
        var values = chart.Rows.Select(row => row.Value).Append(chart.Reference?.Value).OfType<decimal>().ToList();
        _low = Math.Min(values.DefaultIfEmpty(0).Min(), 0);
        _high = Math.Max(values.DefaultIfEmpty(0).Max(), 0);
        _hasValueColumn = chart.Reference is not null || _low < 0;
        var widestName = chart.Rows.Select(row => TextWidth.Of(row.Name, Size)).DefaultIfEmpty(0).Max();
        _names = Math.Clamp(widestName + NameGap + 1, UsualAxis, WidestNames);
        var widestValue = chart.Rows.Select(row => TextWidth.Of(ValueText(row), Size)).DefaultIfEmpty(0).Max();
        _right = ValueEdge - widestValue - Air;
    }

    private double Zero => X(0);

    private double Foot => FirstRow + (Math.Max(_chart.Rows.Count, 1) * RowHeight);

    internal double Draw()
    {
        if (!_hasValueColumn)
        {
            DrawTicks();
        }

        foreach (var (index, row) in _chart.Rows.Index())
        {
            DrawRow(row, FirstRow + (index * RowHeight));
        }

        if (_chart.Rows.Count == 0)
        {
            _canvas.Text("s", _names + Air, FirstRow + Baseline, "Aucune valeur");
        }

        _canvas.Vertical("ax", Zero, AxisTop, Foot);
        DrawReference();
        return Foot + Air;
    }

    private double X(decimal value) => _high == _low
        ? _names
        : _names + ((double)((value - _low) / (_high - _low)) * (_right - _names));

    private string ValueText(CommuneBar row)
    {
        if (row.Value is not { } value)
        {
            return "";
        }

        var mark = _chart.IsMarked(row) ? (_chart.Marked == Overrun.Above ? "▲\u00A0" : "▼\u00A0") : "";
        return mark + FrenchNumber.Format(value, _chart.Decimals);
    }

    private void DrawTicks()
    {
        if (_high == 0)
        {
            return;
        }

        var axis = Axis.Covering(0, _high, _chart.Decimals);
        var every = axis.Ticks.Count() > 4 ? 2 : 1;
        foreach (var tick in axis.Ticks.Where((tick, rank) => tick > 0 && tick <= _high && rank % every == 0))
        {
            _canvas.Vertical("g", X(tick), AxisTop, Foot);
            _canvas.Text("s m", X(tick), TickBaseline, FrenchNumber.Format(tick, axis.Decimals));
        }
    }

    private void DrawRow(CommuneBar row, double y)
    {
        var name = TextWidth.Fit(row.Name, _names - NameGap, Size);
        _canvas.Text("t s e", _names - NameGap, y + Baseline, name, name == row.Name ? null : row.Name);
        if (row.Value is not { } value)
        {
            _canvas.Text("s", Zero + Air, y + Baseline, TextWidth.Fit(row.Words, ValueEdge - Zero - Air, Size));
            return;
        }

        var length = value == 0 ? 0 : Math.Max(Math.Abs(X(value) - Zero), SmallestBar);
        if (length > 0)
        {
            var from = value < 0 ? Zero - length : Zero;
            _canvas.Rectangle(row.IsTogether ? "fn" : _chart.IsMarked(row) ? "up" : "f1", from, y, length, BarHeight);
        }

        if (_hasValueColumn)
        {
            _canvas.Text("s t e", ValueEdge, y + Baseline, ValueText(row));
        }
        else
        {
            _canvas.Text("s t", Zero + length + Air, y + Baseline, ValueText(row));
        }
    }

    private void DrawReference()
    {
        if (_chart.Reference is not { } reference)
        {
            return;
        }

        var x = X(reference.Value);
        var label = $"{reference.Word} {FrenchNumber.FormatShort(reference.Value, _chart.Decimals)}";
        var half = TextWidth.Of(label, Size, bold: true) / 2;
        _canvas.Vertical("tg", x, AxisTop, Foot);
        _canvas.Text("s b m", Math.Clamp(x, half + 1, Math.Max(ValueEdge - half, half + 1)), TickBaseline, label);
    }
}
