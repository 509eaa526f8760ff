namespace Evaluation.Core.Reports.Charts;

/// <summary>Chooses the vertical scale of a line chart.</summary>
internal static class LineChartScale
{
    // Room under the lowest point of a cut axis, for its label.
    private const decimal RoomBelow = 0.08m;

    // How far a line of equal values shows above and below itself on a cut axis.
    private const decimal FlatMargin = 0.02m;

    internal static Axis Of(LineChart chart)
    {
        var values = chart.Current.Points.Concat(chart.Previous?.Points ?? [])
            .Select(point => point.Value)
            .Append(chart.Target?.Value)
            .OfType<decimal>()
            .ToList();
        if (values.Count == 0)
        {
            return Axis.Covering(0, chart.Ceiling ?? 1, chart.Decimals, chart.Ceiling);
        }

        var (low, high) = (values.Min(), values.Max());
        return chart.MayCutAxis
            ? Cut(low, high, chart)
            : Axis.Covering(Math.Min(low, 0), Math.Max(high, 0), chart.Decimals, chart.Ceiling);
    }

    private static Axis Cut(decimal low, decimal high, LineChart chart)
    {
        var margin = low == high ? Math.Abs(low) * FlatMargin : (high - low) * RoomBelow;
        var foot = low >= 0 ? Math.Max(low - margin, 0) : low - margin;
        var head = low == high && !(high + margin > chart.Ceiling) ? high + margin : high;
        return Axis.Covering(foot, head, chart.Decimals, chart.Ceiling);
    }
}
