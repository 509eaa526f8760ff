using System.Diagnostics.CodeAnalysis;
using Evaluation.Core.Reports.Charts;
using ScottPlot;
using ScottPlot.Hatches;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>Draws a heat map with ScottPlot's own, shade by class; an empty cell is hatched or marked, never pale.</summary>
internal static class HeatMapPlot
{
    private const int RowHeight = 15;
    private const int Head = 18;
    private const double Small = 11;
    private const double WidestNames = 170;
    private const float Gap = 0.8f;
    private const string NotDue = "–";

    // From light to dark, one hue: the order shows in any colour vision and in print.
    private static readonly int[] Shades = [0xd9e8ec, 0xa3cad5, 0x5fa3b5, 0x277a91, 0x0f4d5f];

    /// <summary>Draws it from the origin; gives its height.</summary>
    public static double Draw(HeatMap map, SKCanvas canvas)
    {
        var classes = map.Classes();
        var shades = ShadesOf(classes.Count);
        var names = Math.Min(WidestNames, map.Rows.Max(row => Lettering.Measure(row.Name, Small)) + 6);
        var height = Head + (map.Rows.Count * RowHeight);
        using var plot = new Plot();
        plot.Font.Set(PictureFonts.Family);
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.HideGrid();
        plot.Layout.Fixed(new PixelPadding((float)names, 0, 0, Head));
        AddCells(plot, map, classes, shades);
        AddEmptyCells(plot, map);
        AddGaps(plot, map);
        Name(plot, map, names - 6);
        plot.Axes.SetLimits(-0.5, map.Categories.Count - 0.5, map.Rows.Count - 0.5, -0.5);
        plot.Render(canvas, new PixelRect(0, Chart.Width, height, 0));
        return height + HeatLegend.Draw(map, classes, shades, canvas, height + 8);
    }

    /// <summary>How a cell is filled whose value did not come.</summary>
    public static FillStyle Missing { get; } = new()
    {
        Color = Colors.White,
        HatchColor = Color.FromHex("#7a858c"),
        Hatch = new Striped(StripeDirection.DiagonalUp),
    };

    /// <summary>Whether some cell has no value that should be there; that none can have.</summary>
    public static (bool Missing, bool NotDue) EmptyCells(HeatMap map)
    {
        var empty = map.Rows.SelectMany(row => row.Cells).Where(cell => cell.Value is null).ToList();
        return (empty.Any(cell => cell.IsDue), empty.Any(cell => !cell.IsDue));
    }

    // Few classes take the ends of the scale, so that they stay apart.
    private static List<int> ShadesOf(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Shades[count == 1 ? 2 : i * (Shades.Length - 1) / (count - 1)])];

    [SuppressMessage("Performance", "CA1814", Justification = "ScottPlot takes a rectangular array.")]
    private static void AddCells(Plot plot, HeatMap map, IReadOnlyList<HeatClass> classes, List<int> shades)
    {
        var cells = new double[map.Rows.Count, map.Categories.Count];
        foreach (var (r, row) in map.Rows.Index())
        {
            foreach (var (c, cell) in row.Cells.Index())
            {
                cells[r, c] = cell.Value is { } value ? classes.Index().First(k => value <= k.Item.High).Index : double.NaN;
            }
        }

        if (classes.Count == 0)
        {
            return;
        }

        var heatmap = plot.Add.Heatmap(cells);
        heatmap.Colormap = new ClassColours(shades);
        heatmap.ManualRange = new ScottPlot.Range(0, Math.Max(classes.Count - 1, 1));
        heatmap.NaNCellColor = Colors.White;
    }

    private static void AddEmptyCells(Plot plot, HeatMap map)
    {
        foreach (var (r, row) in map.Rows.Index())
        {
            foreach (var (c, cell) in row.Cells.Index().Where(entry => entry.Item.Value is null))
            {
                if (cell.IsDue)
                {
                    var hatched = plot.Add.Rectangle(c - 0.5, c + 0.5, r - 0.5, r + 0.5);
                    hatched.FillStyle = Missing;
                    hatched.LineWidth = 0;
                }
                else
                {
                    var mark = plot.Add.Text(NotDue, c, r);
                    mark.LabelFontName = PictureFonts.Family;
                    mark.LabelFontSize = (float)Small;
                    mark.LabelFontColor = Color.FromHex("#43505b");
                    mark.LabelAlignment = Alignment.MiddleCenter;
                }
            }
        }
    }

    private static void AddGaps(Plot plot, HeatMap map)
    {
        for (var r = 1; r < map.Rows.Count; r++)
        {
            plot.Add.HorizontalLine(r - 0.5, Gap, Colors.White);
        }

        for (var c = 1; c < map.Categories.Count; c++)
        {
            plot.Add.VerticalLine(c - 0.5, Gap, Colors.White);
        }
    }

    private static void Name(Plot plot, HeatMap map, double room)
    {
        double[] rows = [.. Enumerable.Range(0, map.Rows.Count)];
        double[] columns = [.. Enumerable.Range(0, map.Categories.Count)];
        plot.Axes.Left.SetTicks(rows, [.. map.Rows.Select(row => Lettering.Fit(Lettering.Plain(row.Name), room, Small))]);
        plot.Axes.Top.SetTicks(columns, [.. map.Categories]);
        plot.Axes.Top.Range.Set(-0.5, map.Categories.Count - 0.5);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.FontName = PictureFonts.Family;
            axis.TickLabelStyle.FontSize = (float)Small;
            axis.TickLabelStyle.ForeColor = Color.FromHex("#16202a");
        }
    }

    private sealed class ClassColours(List<int> shades) : IColormap
    {
        public string Name => "classes";

        public Color GetColor(double position)
        {
            var shade = shades[(int)Math.Round(Math.Clamp(position, 0, 1) * (shades.Count - 1), MidpointRounding.AwayFromZero)];
            return new Color((byte)(shade >> 16), (byte)((shade >> 8) & 0xFF), (byte)(shade & 0xFF));
        }
    }
}
