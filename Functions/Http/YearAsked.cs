using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>Reads a year of an address or of a parameter: four digits.</summary>
internal static class YearAsked
{
    /// <summary>The year; null when the text is none.</summary>
    public static int? Find(string? text) =>
        Period.TryParse(text, out var period) && period.Periodicity == Periodicity.Annual ? period.Year : null;

    /// <summary>The same, where one must be told.</summary>
    /// <exception cref="RefusalException">The text is no year (<c>year.invalid</c>).</exception>
    public static int Of(string? text) => Find(text) ?? throw Refusals.YearInvalid.Refused();

    /// <summary>The year of a parameter; the running one unless said.</summary>
    /// <exception cref="RefusalException">The text is no year (<c>year.invalid</c>), or one that has not begun (<c>period.future</c>).</exception>
    public static int OrRunning(string? text, DateOnly today) => text is null ? today.Year : Begun(Of(text), today);

    /// <summary>A year of which something can be told.</summary>
    /// <exception cref="RefusalException">422 when it has not begun (<c>period.future</c>).</exception>
    public static int Begun(int year, DateOnly today) =>
        year <= today.Year ? year : throw Refusals.PeriodFuture.Refused(FrenchPeriod.De(Period.OfYear(year)));

    /// <summary>
    /// The year of a parameter, which is told beside the year before, so that the first of all is none; the last one that is over
    /// unless said.
    /// </summary>
    /// <exception cref="RefusalException">The text is no such year (<c>year.invalid</c>), or one that has not begun (<c>period.future</c>).</exception>
    public static int OrLast(string? text, DateOnly today) =>
        text is null ? today.Year - 1
        : Of(text) is > Period.MinYear and var year ? Begun(year, today)
        : throw Refusals.YearInvalid.Refused();
}
