using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>
/// A day that stands for its month: <c>31/03/2025</c>, <c>2025-03-31</c>, with midnight or without an hour. Programs that
/// count in another time zone, or in fractions of a day, miss midnight by hours or by seconds: within a minute of it, the
/// day is the one meant; any other hour leaves a doubt about the month.
/// </summary>
internal static partial class FileDate
{
    private static readonly TimeSpan NearMidnight = TimeSpan.FromMinutes(1);

    /// <summary>The month of a day; null when the text is no day.</summary>
    /// <param name="text">As written.</param>
    /// <param name="commaSeparatesCells">
    /// Whether the file is written the English way: <c>03/04/2025</c> may then be the fourth of March.
    /// </param>
    /// <param name="doubt">Why the month is not sure; null when it is.</param>
    public static Period? MonthOf(string text, bool commaSeparatesCells, out CellDoubt? doubt)
    {
        doubt = null;
        if (Form().Match(text) is not { Success: true } form || Moment(form) is not { } moment)
        {
            return null;
        }

        var nearest = (moment + TimeSpan.FromHours(12)).Date;
        if ((moment - nearest).Duration() > NearMidnight)
        {
            doubt = Doubt(moment, Month(moment), Month(nearest));
            return null;
        }

        if (commaSeparatesCells && form.Groups["slash"].Success && moment.Day <= 12 && moment.Day != moment.Month)
        {
            var english = Period.Of(nearest.Year, Periodicity.Monthly, moment.Day);
            doubt = CellDoubt.Of(
                "period", EdgeRefusals.PeriodAmbiguous, text, FrenchPeriod.InWords(Month(nearest)), FrenchPeriod.InWords(english), Month(nearest), english);
            return null;
        }

        return Month(nearest);
    }

    private static CellDoubt Doubt(DateTime moment, Period written, Period nearest)
    {
        var hour = $"{FrenchDate.InWords(DateOnly.FromDateTime(moment))} à {FrenchDate.Time(TimeOnly.FromDateTime(moment))}";
        var (mayBe, write) = written == nearest
            ? ("", $"{written} pour {FrenchPeriod.InWords(written)}")
            : ($", qui peut dire {FrenchPeriod.InWords(written)} ou {FrenchPeriod.InWords(nearest)}", $"{written} ou {nearest}");
        return CellDoubt.Of("period", EdgeRefusals.PeriodHour, hour, mayBe, write);
    }

    private static Period Month(DateTime day) => Period.Of(day.Year, Periodicity.Monthly, day.Month);

    private static DateTime? Moment(Match form)
    {
        int Number(string group) => form.Groups[group] is { Success: true } found
            ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        // The midnight that ends the last year is in no period.
        return year is >= Period.MinYear and < Period.MaxYear
            && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && Number("hour") < 24 && Number("minute") < 60 && Number("second") < 60
                ? new DateTime(year, month, day, Number("hour"), Number("minute"), Number("second"), DateTimeKind.Unspecified)
                : null;
    }

    [GeneratedRegex(
        """
        ^(?:
            (?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})
          | (?<day>[0-9]{1,2})(?:(?<slash>/)|[-.])(?<month>[0-9]{1,2})[-/.](?<year>[0-9]{4})
        )
        (?:[\ tT](?<hour>[0-9]{1,2})(?:\ ?[h:]\ ?)(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?\ ?(?:[zZ]|[+-][0-9]{2}:?[0-9]{2})?)?\z
        """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}
