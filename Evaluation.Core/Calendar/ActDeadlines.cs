using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Calendar;

/// <summary>The last days of the acts that close a year (docs/spec/calendar.md).</summary>
public static class ActDeadlines
{
    /// <summary>
    /// Last day to settle the amounts of a year: the assembly votes the accounts of a year by 30 June of the next (CGCT L1612-12).
    /// </summary>
    /// <param name="year">Whose amounts.</param>
    public static DateOnly SettlingOf(int year) => new(year + 1, 6, 30);

    /// <summary>Last day to validate and transmit the evaluation of a year: it goes to the mayors with the report on the activity.</summary>
    /// <param name="year">Evaluated.</param>
    public static DateOnly TransmissionOf(int year) => CommunityDeadlines.MayorsReportOf(year);

    /// <summary>
    /// Last day to decide what follows from the evaluation of a year: that of its transmission, or the last day to give notice of a
    /// convention that comes to its term, whichever is first; a last day to give notice before the year was over is not counted.
    /// </summary>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="year">Evaluated.</param>
    /// <param name="today">Local day.</param>
    public static DateOnly DecisionOf(Mutualisation mutualisation, int year, DateOnly today) =>
        ConventionTerm.Of(mutualisation, today) is { NoticeOn: var notice } && notice.Year > year && notice < TransmissionOf(year)
            ? notice
            : TransmissionOf(year);
}
