using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Confirm;

/// <summary>Reads what is asked of units.</summary>
internal static class UnitsTerms
{
    /// <exception cref="RefusalException">404 when it is no period.</exception>
    public static Period PeriodOf(string text) =>
        Period.TryParse(text, out var period) ? period : throw Refusals.PeriodInvalid.RefusedAs(RefusalKind.Unknown);

    /// <summary>The year asked for; the running one unless said.</summary>
    /// <exception cref="RefusalException">404 when it is no year.</exception>
    public static int YearOf(string? text, DateOnly today) =>
        text is null ? today.Year
        : Period.TryParse(text, out var period) && period.Periodicity == Periodicity.Annual && period.Year > Period.MinYear ? period.Year
        : throw Refusals.YearInvalid.Refused();
}
