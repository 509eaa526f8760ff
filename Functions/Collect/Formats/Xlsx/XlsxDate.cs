using System.Globalization;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Dates and durations of a workbook, which are numbers of days.</summary>
internal static class XlsxDate
{
    private const double LastDay = 2_958_465;
    private const int DaysTo1904 = 1462;
    private const int SecondsOfDay = 86_400;
    private const int SecondsOfHour = 3_600;

    /// <summary>The moment of a serial number, to the second: <c>2025-03-31</c>, <c>2025-03-30 22:00:00</c>; null when it is none.</summary>
    /// <param name="stored">Days since the end of 1899, or since the first day of 1904.</param>
    /// <param name="from1904">Which of both.</param>
    public static string? Moment(string stored, bool from1904)
    {
        // Serial 60 is a 29 February 1900 that never was: days before it are one off, and none is asked for.
        if (!XlsxNumber.TryRead(stored, out var number) || number is < 61 or > LastDay - DaysTo1904)
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
        if (!XlsxNumber.TryRead(stored, out var days) || Math.Abs(days) > LastDay)
        {
            return stored;
        }

        var seconds = (long)Math.Round(Math.Abs(days) * SecondsOfDay);
        var rest = seconds % SecondsOfHour;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{(days < 0 ? "-" : "")}{seconds / SecondsOfHour}:{rest / 60:00}");
        return rest % 60 == 0 ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown}:{rest % 60:00}");
    }
}
