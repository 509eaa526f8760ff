using System.Globalization;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Numbers of a workbook, which are binary floating point: 15 significant digits are what a reader sees.</summary>
internal static class XlsxNumber
{
    private const double LastDay = 2_958_465;
    private const int DaysTo1904 = 1462;
    private const int SecondsOfDay = 86_400;
    private const int SecondsOfHour = 3_600;
    private const int DigitsOfDouble = 17;

    /// <summary>
    /// The shortest decimal text of a number. What no spreadsheet can hold stays as it is written, to be judged so: more
    /// than 17 digits, or an amount that a reader would make zero; so does other text.
    /// </summary>
    public static string Shown(string stored) =>
        Digits(stored) is var digits and <= DigitsOfDouble
        && TryRead(stored, out var number)
        && (number != 0 || digits == 0)
        && TryShow(number, out var value)
            ? Text(value)
            : stored;

    /// <summary>A part of one as the percentage that is shown: <c>0.937</c> is <c>93.7 %</c>.</summary>
    public static string Percentage(string stored) =>
        TryRead(stored, out var number) && TryShow(number, out var value) && decimal.Abs(value) < 1_000_000_000_000m
            ? $"{Text(value * 100)} %"
            : stored;

    /// <summary>The moment of a serial number, to the second: <c>2025-03-31</c>, <c>2025-03-30 22:00:00</c>; null when it is none.</summary>
    /// <param name="stored">Days since the end of 1899, or since the first day of 1904.</param>
    /// <param name="from1904">Which of both.</param>
    public static string? Moment(string stored, bool from1904)
    {
        // Serial 60 is a 29 February 1900 that never was: days before it are one off, and none is asked for.
        if (!TryRead(stored, out var number) || number is < 61 or > LastDay - DaysTo1904)
        {
            return null;
        }

        var seconds = (long)Math.Round(number * SecondsOfDay) + (from1904 ? DaysTo1904 * SecondsOfDay : 0);
        var moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(seconds);
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Days as hours and minutes, with seconds when there are any: 1.5 is <c>36:00</c>; other text stays as it is.</summary>
    public static string Duration(string stored)
    {
        if (!TryRead(stored, out var days) || Math.Abs(days) > LastDay)
        {
            return stored;
        }

        var seconds = (long)Math.Round(Math.Abs(days) * SecondsOfDay);
        var rest = seconds % SecondsOfHour;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{(days < 0 ? "-" : "")}{seconds / SecondsOfHour}:{rest / 60:00}");
        return rest % 60 == 0 ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown}:{rest % 60:00}");
    }

    private static bool TryRead(string stored, out double number) =>
        double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TryShow(double number, out decimal value)
    {
        var shown = WrittenNumber.Read(number.ToString("G15", CultureInfo.InvariantCulture))?.Exact;
        value = shown ?? 0;
        return shown is not null;
    }

    private static int Digits(string stored)
    {
        var exponent = stored.AsSpan().IndexOfAny('e', 'E');
        var digits = string.Concat((exponent < 0 ? stored : stored[..exponent]).Where(char.IsAsciiDigit)).Trim('0');
        return digits.Length;
    }

    // Dividing by a one with 28 zeros drops trailing zeros.
    private static string Text(decimal value) =>
        (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
