using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Report.Pictures;
using ScottPlot;

namespace Evaluation.Benchmarks;

/// <summary>The picture of 49 communes, beside ScottPlot alone drawing 49 bars with a name and a value each, as many pixels.</summary>
internal static class PictureCpu
{
    private const int Width = 384;
    private const int Height = 912;
    private const int Scale = 2;

    public static Task RunAsync(CancellationToken cancellationToken)
    {
        var sheet = ChartSheets.Of(new SampleService().Report()).First(s => s.Name == "qualite-membres").Sheet;
        var bars = (CommuneBars)sheet.Graphic;
        return CpuTable.RunAsync(
            cancellationToken,
            ("ScottPlot, 49 labelled bars", () => Done(() => Bare(bars))),
            ("picture of 49 communes", () => Done(() => Picture.Draw(sheet, PictureFrame.Page))),
            ("its slide", () => Done(() => Picture.Draw(sheet, PictureFrame.Slide))),
            ("its drawing as SVG", () => Done(bars.ToStandaloneSvg)));
    }

    private static Task Done<T>(Func<T> work)
    {
        GC.KeepAlive(work());
        return Task.CompletedTask;
    }

    // As the library's own examples do it: bars, value labels, names as ticks.
    private static byte[] Bare(CommuneBars chart)
    {
        using var plot = new Plot { ScaleFactor = Scale };
        var bars = plot.Add.Bars((Bar[])[.. chart.Rows.Index().Select(row => new Bar
        {
            Position = chart.Rows.Count - row.Index,
            Value = (double)(row.Item.Value ?? 0),
            ValueLabel = row.Item.Value is { } value ? Core.French.FrenchNumber.Format(value, chart.Decimals) : row.Item.Words,
        })]);
        bars.Horizontal = true;
        plot.Axes.Left.SetTicks(
            [.. chart.Rows.Index().Select(row => (double)(chart.Rows.Count - row.Index))], [.. chart.Rows.Select(row => row.Name)]);
        plot.Axes.Margins(left: 0);
        plot.Title(chart.Title);
        return plot.GetImageBytes(Width * Scale, Height * Scale, ImageFormat.Png);
    }
}
