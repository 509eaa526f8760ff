namespace Evaluation.Core.Reports.Charts;

/// <summary>One commune among others.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis.</param>
/// <param name="IsCentre">Whether it is a ville-centre: drawn apart and named.</param>
/// <param name="IsPartial">Whether it took part in a part of the year only: drawn hollow.</param>
public sealed record ScatterPoint(string Name, decimal X, decimal Y, bool IsCentre = false, bool IsPartial = false);

/// <summary>Communes by two figures; zero is on both axes.</summary>
public sealed record CommuneScatter : Graphic
{
    private const int TickDecimals = 2;

    /// <summary>What the horizontal axis measures, with its unit.</summary>
    public required string Across { get; init; }

    /// <summary>What the vertical axis measures, with its unit.</summary>
    public required string Upwards { get; init; }

    /// <summary>At least one point.</summary>
    public required IReadOnlyList<ScatterPoint> Points { get; init; }

    /// <summary>Round values along the horizontal axis, from 0, or below it, to beyond the last point.</summary>
    public IReadOnlyList<decimal> TicksAcross() => Ticks(p => p.X);

    /// <summary>Round values along the vertical axis, from 0, or below it, to beyond the last point.</summary>
    public IReadOnlyList<decimal> TicksUpwards() => Ticks(p => p.Y);

    /// <summary>The points to name: the ville-centre, then the extremes of each axis, each once.</summary>
    public IReadOnlyList<ScatterPoint> Named() =>
    [
        .. Points.Where(p => p.IsCentre)
            .Concat(
            [
                Points.MaxBy(p => p.Y)!, Points.MaxBy(p => p.X)!, Points.MinBy(p => p.Y)!, Points.MinBy(p => p.X)!,
            ])
            .Distinct(),
    ];

    private IReadOnlyList<decimal> Ticks(Func<ScatterPoint, decimal> of) =>
        [.. Axis.Covering(Math.Min(Points.Min(of), 0), Math.Max(Points.Max(of), 0), TickDecimals).Ticks];
}
