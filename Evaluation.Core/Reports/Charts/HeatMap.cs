namespace Evaluation.Core.Reports.Charts;

/// <summary>One cell: the value, or why it is empty.</summary>
/// <param name="Value">The value; null when there is none, which is never a zero.</param>
/// <param name="IsDue">Whether a value should be there: an empty cell is then hatched, else marked « – ».</param>
public readonly record struct HeatCell(decimal? Value, bool IsDue = true);

/// <summary>One row: a commune and its cells.</summary>
/// <param name="Name">Name of the commune or member.</param>
/// <param name="Cells">One per column.</param>
/// <remarks>Equality compares the list by reference.</remarks>
public sealed record HeatRow(string Name, IReadOnlyList<HeatCell> Cells);

/// <summary>The values that share a shade.</summary>
/// <param name="Low">The lowest of them.</param>
/// <param name="High">The highest of them.</param>
public readonly record struct HeatClass(decimal Low, decimal High);

/// <summary>An indicator by commune and month, a shade for each class of values.</summary>
public sealed record HeatMap : Graphic
{
    /// <summary>Most shades that stay distinguishable.</summary>
    public const int MostClasses = 5;

    /// <summary>Rows that a slide has room for.</summary>
    public const int RowsOfSlide = 15;

    /// <summary>Labels over the columns, in order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Rows from the top.</summary>
    public required IReadOnlyList<HeatRow> Rows { get; init; }

    /// <summary>Decimals of the values shown, 0 to 28.</summary>
    /// <value>0 unless set.</value>
    public int Decimals { get; init; }

    /// <summary>What a slide says of the rows it leaves out; null when there are few.</summary>
    public string? RestWords { get; init; }

    /// <summary>
    /// The classes, lowest first: about as many values in each, equal values in the same; none without values.
    /// </summary>
    /// <remarks>By number of values, not by equal steps: one large commune would leave all others in the first step.</remarks>
    public IReadOnlyList<HeatClass> Classes()
    {
        var values = Rows.SelectMany(row => row.Cells).Select(cell => cell.Value).OfType<decimal>().Order().ToList();
        var classes = new List<HeatClass>();
        var open = -1;
        for (var i = 0; i < values.Count;)
        {
            var after = i;
            while (after < values.Count && values[after] == values[i])
            {
                after++;
            }

            // The middle of a run of equal values says where most of them belong.
            var shade = (i + after - 1) * MostClasses / (2 * values.Count);
            if (shade == open)
            {
                classes[^1] = classes[^1] with { High = values[i] };
            }
            else
            {
                classes.Add(new HeatClass(values[i], values[i]));
            }

            (open, i) = (shade, after);
        }

        return classes;
    }

    /// <inheritdoc/>
    public override (Graphic Graphic, string? Words) ForSlide() => Rows.Count <= RowsOfSlide
        ? (this, null)
        : (this with { Rows = [.. Rows.Take(RowsOfSlide)] }, RestWords);
}
