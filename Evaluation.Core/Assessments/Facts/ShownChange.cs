using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>
/// A change as it is shown: taken between two figures rounded as they are shown, so that a reader finds it again from them.
/// </summary>
/// <param name="Current">The year evaluated, rounded to the decimals of the indicator.</param>
/// <param name="Previous">The year before, rounded alike.</param>
/// <param name="IsInPoints">Whether the figures are percentages: their change is in points.</param>
/// <param name="Decimals">Of the change.</param>
public sealed record ShownChange(decimal Current, decimal Previous, bool IsInPoints, int Decimals)
{
    private const string Percent = "%";
    private const decimal NoticeablePoints = 1;
    private const decimal NoticeablePercent = 2;

    /// <summary>Below it a count moves by itself: one more is no rise of 100 %, and proves nothing.</summary>
    internal const decimal FewUnits = 5;

    /// <summary>Whether the figures are counts: whole, and no percentage.</summary>
    public bool IsOfWholeUnits { get; init; }

    /// <summary>Whether they count what happened over time: a stock of a day (vacant posts) is what it is.</summary>
    public bool IsOfEvents { get; init; }

    /// <summary>« pt », or « % ».</summary>
    public string Unit => IsInPoints ? "pt" : Percent;

    /// <summary>In points, or in percent of the year before; null in percent of zero, and between two counts under five.</summary>
    public decimal? Value
    {
        get
        {
            var difference = Current - Previous;
            decimal? change = IsInPoints ? difference
                : Previous == 0 || IsOfFewUnits ? null
                : difference / Math.Abs(Previous) * 100;
            return change is { } value ? decimal.Round(value, Decimals, MidpointRounding.AwayFromZero) : null;
        }
    }

    /// <summary>−1, 0 or 1: which way the figures go, from zero as well.</summary>
    public int Way => Current.CompareTo(Previous);

    /// <summary>
    /// Less than 1 point, or 2 %, is no change: yearly counts of a few communes move by themselves. Without a figure any is one.
    /// </summary>
    public bool IsNoticeable => Value is { } value
        ? Math.Abs(value) >= (IsInPoints ? NoticeablePoints : NoticeablePercent)
        : Way != 0;

    /// <summary>
    /// Whether nothing is concluded from it, for or against: both count events and are under five, or one event parts them and is
    /// yet enough to be noticed. One complaint against none may be chance.
    /// </summary>
    public bool ProvesNothing =>
        IsOfEvents && (IsOfFewUnits || (IsOfWholeUnits && IsNoticeable && Math.Abs(Current - Previous) <= 1));

    /// <summary>« +7,2 % », « −0,5 pt »; null when the change has no figure.</summary>
    public string? Text => Value is { } value ? FrenchNumber.WithSign(value, Decimals) + FrenchNumber.UnitSpace + Unit : null;

    /// <summary>Whether an indicator is a percentage.</summary>
    internal static bool IsOfPercent(IndicatorDefinition definition) => definition.UnitLabel == Percent;

    /// <summary>The change between two values of an indicator.</summary>
    public static ShownChange Of(IndicatorDefinition definition, decimal current, decimal previous) =>
        Of(current, previous, definition.UnitLabel, definition.Decimals) with { IsOfEvents = definition.Aggregation == AggregationRule.Sum };

    /// <summary>The same for a unit and its decimals.</summary>
    public static ShownChange Of(decimal current, decimal previous, string unit, int decimals) => new(
        decimal.Round(current, decimals, MidpointRounding.AwayFromZero),
        decimal.Round(previous, decimals, MidpointRounding.AwayFromZero),
        unit == Percent,
        unit == Percent ? Math.Max(1, decimals) : 1)
    {
        IsOfWholeUnits = decimals == 0 && unit != Percent,
    };

    private bool IsOfFewUnits => IsOfWholeUnits && Math.Abs(Current) < FewUnits && Math.Abs(Previous) < FewUnits;
}
