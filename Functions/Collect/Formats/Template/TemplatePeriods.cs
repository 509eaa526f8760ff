using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>The periods whose template is offered to a service.</summary>
internal static class TemplatePeriods
{
    /// <summary>
    /// Those that have begun, of this year and of the one before, whose template has something to fill in: of the lengths
    /// that the service owes, and whole years. The latest year first; within it by length, then in order.
    /// </summary>
    public static IReadOnlyList<Period> Offered(
        Community community, Mutualisation mutualisation, Catalogue catalogue, DateOnly today)
    {
        var lengths = mutualisation.Expected(catalogue).Select(d => d.Periodicity).Append(Periodicity.Annual).Distinct().Order().ToList();
        return
        [
            .. from year in new[] { today.Year, today.Year - 1 }
               from length in lengths
               from period in Period.InYear(year, length)
               where period.Start <= today && TemplateRows.FitOneFile(community, mutualisation, catalogue, period)
               select period,
        ];
    }

    /// <summary>The one that is likely wanted: the last to have ended, of the shortest length; null when none has.</summary>
    public static Period? Likely(IReadOnlyList<Period> offered, DateOnly today) => offered
        .Where(p => p.End <= today)
        .OrderBy(p => p.Periodicity)
        .ThenByDescending(p => p.Start)
        .Select(p => (Period?)p)
        .FirstOrDefault();
}
