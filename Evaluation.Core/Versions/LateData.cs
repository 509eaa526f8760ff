namespace Evaluation.Core.Versions;

/// <summary>What comes after a report was published.</summary>
public static class LateData
{
    private const int ReviewMonth = 6;

    /// <summary>
    /// Whether the next version of a report is made on a day without anyone asking: its review has fallen due, the accounts of
    /// its year are not closed, and no data changed since the day before began.
    /// </summary>
    /// <param name="year">Evaluated.</param>
    /// <param name="changedOn">Local date of the last change, in Europe/Paris.</param>
    /// <param name="isClosed">Whether the accounts of the year are closed.</param>
    /// <param name="today">Local date, in Europe/Paris.</param>
    public static bool MakesNextVersion(int year, DateOnly changedOn, bool isClosed, DateOnly today) =>
        !isClosed && changedOn < today && today >= new DateOnly(year + 1, ReviewMonth, 1);
}
