namespace Evaluation.Functions.Operate;

/// <summary>Legal time in mainland France: deadlines, dates on reports and schedules are in Europe/Paris.</summary>
internal static class ParisTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The clock on the wall at an instant.</summary>
    public static DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The date on the wall at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant));
}
