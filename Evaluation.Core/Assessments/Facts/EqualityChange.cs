using Evaluation.Core.Statistics;


namespace Evaluation.Core.Assessments.Facts;

/// <summary>Reads a change of equality between communes: one reading for a verdict and for the table.</summary>
public static class EqualityChange
{
    private const int Decimals = 1;

    /// <summary>The coefficients of variation in percent and their change in points, rounded as they are shown.</summary>
    public static ShownChange Of(HomogeneityChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ShownChange.Of(change.Current.Coefficient * 100, change.Previous.Coefficient * 100, "%", Decimals);
    }

    /// <summary>« plus égal », « moins égal »; « aussi égal » below one point.</summary>
    public static string Reading(ShownChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return !change.IsNoticeable ? "aussi égal" : change.Way < 0 ? "plus égal" : "moins égal";
    }
}
