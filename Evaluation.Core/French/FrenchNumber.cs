using System.Globalization;

namespace Evaluation.Core.French;

/// <summary>Numbers as a French reader expects them: <c>1 559 507,61</c>, <c>−12,5</c>, <c>93,7 %</c>.</summary>
/// <remarks>
/// Digit groups are separated by U+202F, decimals by a comma; minus is U+2212 and never precedes a zero;
/// U+00A0 precedes %. Rounding is half away from zero, for display only.
/// </remarks>
public static class FrenchNumber
{
    /// <summary>The space between groups of three digits (U+202F).</summary>
    public const char GroupSpace = '\u202F';

    /// <summary>The space before a unit: %, €, k€, a month (U+00A0).</summary>
    public const char UnitSpace = '\u00A0';

    /// <summary>The minus sign (U+2212).</summary>
    public const char Minus = '\u2212';

    private const int MostDecimals = 28;

    private static readonly NumberFormatInfo Digits = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = "\u202F",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
    });

    // A report shows thousands of numbers: what says how is made once.
    private static readonly string[] Formats =
        [.. Enumerable.Range(0, MostDecimals + 1).Select(decimals => "N" + decimals.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The number with exactly that many decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not within 0 to 28.</exception>
    public static string Format(decimal value, int decimals = 0)
    {
        var rounded = Round(value, decimals);
        return rounded < 0 ? Minus + Magnitude(rounded, decimals) : Magnitude(rounded, decimals);
    }

    /// <summary>The number with at most that many decimals: trailing zeros are left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not within 0 to 28.</exception>
    public static string FormatShort(decimal value, int decimals)
    {
        var text = Format(value, decimals);
        return text.Contains(',', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd(',') : text;
    }

    /// <summary>A change or a balance: an explicit + or −, and no sign on what rounds to zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not within 0 to 28.</exception>
    public static string WithSign(decimal value, int decimals = 0) =>
        Round(value, decimals) > 0 ? "+" + Format(value, decimals) : Format(value, decimals);

    /// <summary>A percentage, given in percent: 93.68 is <c>93,7 %</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not within 0 to 28.</exception>
    public static string Percent(decimal percent, int decimals = 1) => Format(percent, decimals) + UnitSpace + "%";

    /// <summary>A change, given in percent: 6.31 is <c>+6,3 %</c>, what rounds to zero is <c>0,0 %</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not within 0 to 28.</exception>
    public static string SignedPercent(decimal percent, int decimals = 1) =>
        WithSign(percent, decimals) + UnitSpace + "%";

    private static decimal Round(decimal value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }

    private static string Magnitude(decimal value, int decimals) =>
        decimal.Abs(value).ToString(Formats[decimals], Digits);
}
