using System.Globalization;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Numbers of a workbook, which are binary floating point: 15 significant digits are what a reader sees.</summary>
internal static class XlsxNumber
{
    private const double LastDay = 2_958_465;
    private const int DaysTo1904 = 1462;

    /// <summary>The shortest decimal text of a number; other text stays as it is.</summary>
    public static string Shown(string stored) =>
        TryRead(stored, out var number) && TryShow(number, out var value) ? Text(value) : stored;

    /// <summary>A part of one as the percentage that is shown: <c>0.937</c> is <c>93.7 %</c>.</summary>
    public static string Percentage(string stored) =>
        TryRead(stored, out var number) && TryShow(number, out var value) && decimal.Abs(value) < 1_000_000_000_000m
            ? $"{Text(value * 100)} %"
            : stored;

    /// <summary>The day of a serial number, <c>2025-03-31</c>; null when it is none.</summary>
    /// <param name="stored">Days since the end of 1899, or since the first day of 1904.</param>
    /// <param name="from1904">Which of both.</param>
    public static string? Day(string stored, bool from1904)
    {
        // Serial 60 is a 29 February 1900 that never was: days before it are one off, and none is asked for.
        if (!TryRead(stored, out var number) || number is < 61 or > LastDay - DaysTo1904)
        {
            return null;
        }

        var days = (int)Math.Floor(number) + (from1904 ? DaysTo1904 : 0);
        return new DateOnly(1899, 12, 30).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static bool TryRead(string stored, out double number) =>
        double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TryShow(double number, out decimal value) => decimal.TryParse(
        number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    // Dividing by a one with 28 zeros drops trailing zeros.
    private static string Text(decimal value) =>
        (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
