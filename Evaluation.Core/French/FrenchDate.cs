using System.Globalization;

namespace Evaluation.Core.French;

/// <summary>Dates in words and in figures: <c>1er février 2025</c>, <c>01/02/2025</c>, <c>14 h 32</c>.</summary>
/// <remarks>A day never parts from its month, nor an hour from its minutes: U+00A0 joins them.</remarks>
public static class FrenchDate
{
    private static readonly string[] Months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>The first letter of each month, January first, as charts label them.</summary>
    public static IReadOnlyList<string> MonthInitials { get; } =
        ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];

    /// <summary>The month in lower case.</summary>
    /// <param name="month">1 for January to 12 for December.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a month.</exception>
    public static string MonthName(int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, Months.Length);
        return Months[month - 1];
    }

    /// <summary><c>15 mars 2025</c>; the first of a month is <c>1er</c>.</summary>
    public static string InWords(DateOnly date) => $"{DayMonth(date)} {Digits(date.Year)}";

    /// <summary><c>30 juin</c>, without the year.</summary>
    public static string DayMonth(DateOnly date) =>
        $"{(date.Day == 1 ? "1er" : Digits(date.Day))}{FrenchNumber.UnitSpace}{MonthName(date.Month)}";

    /// <summary><c>14 h 32</c>, <c>8 h 05</c>; seconds are dropped, not rounded.</summary>
    public static string Time(TimeOnly time)
    {
        var minutes = time.Minute.ToString("00", CultureInfo.InvariantCulture);
        return $"{Digits(time.Hour)}{FrenchNumber.UnitSpace}h{FrenchNumber.UnitSpace}{minutes}";
    }

    /// <summary><c>12 juin 2026, 14 h 32</c>.</summary>
    /// <param name="local">The time on the reader's clock: the caller has converted it from UTC.</param>
    public static string InWordsWithTime(DateTime local) =>
        $"{InWords(DateOnly.FromDateTime(local))}, {Time(TimeOnly.FromDateTime(local))}";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
