using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Calendar;

/// <summary>The dates of the year that the texts set for a community, not for one of its services.</summary>
public static class CommunityDeadlines
{
    /// <summary>Last day on which the report on the activity of a year goes to the mayors (CGCT L5211-39): 30 September of the next.</summary>
    /// <param name="activity">Year of the activity.</param>
    public static DateOnly MayorsReportOf(int activity) => new(activity + 1, 9, 30);

    /// <summary>The first of each to come, in order.</summary>
    public static IReadOnlyList<Deadline> Next(Community community, DateOnly day) =>
    [
        .. OfYear(community, day.Year).Concat(OfYear(community, day.Year + 1))
            .Where(d => d.On >= day)
            .DistinctBy(d => d.Kind)
            .OrderBy(d => d.On),
    ];

    /// <summary>The notices that fall due on a day.</summary>
    public static IReadOnlyList<DueNotice> NoticesOn(Community community, DateOnly day) =>
        [.. OfYear(community, day.Year).SelectMany(d => d.NoticesOn(day, community.Name))];

    private static IEnumerable<Deadline> OfYear(Community community, int year)
    {
        if (year > Period.MaxYear)
        {
            yield break;
        }

        var key = year.ToString("D4", CultureInfo.InvariantCulture);
        if (community.FiscalRegime == FiscalRegime.Fpu)
        {
            yield return new Deadline(
                CalendarKind.ProvisionalCompensation,
                key,
                new DateOnly(year, 2, 15),
                $"attributions de compensation provisoires {key} à notifier",
                "Notifiez aux communes leur attribution de compensation provisoire avant le 15 février " +
                "(article 1609 nonies C du CGI) : relevez dans la répartition ce que chaque service impute.");
        }

        yield return new Deadline(
            CalendarKind.BudgetDebate,
            key,
            UnitCostForecast.BudgetDate(year),
            $"orientations budgétaires {key} à débattre",
            "Présentez l’avancement de la mutualisation lors du débat sur les orientations budgétaires, dans les dix semaines " +
            "qui précèdent le vote du budget (deux mois hors M57) : joignez-y la communication pour ce débat, bilan de " +
            $"{(year - 2).ToString("D4", CultureInfo.InvariantCulture)}, que le portail établit le 1er octobre {(year - 1).ToString("D4", CultureInfo.InvariantCulture)}.");
        yield return new Deadline(
            CalendarKind.MayorsReport,
            key,
            MayorsReportOf(year - 1),
            $"rapport d’activité {(year - 1).ToString("D4", CultureInfo.InvariantCulture)} à transmettre aux maires",
            "Adressez aux maires le rapport sur l’activité de l’an passé avant le 30 septembre (article L5211-39 du CGCT) : " +
            "joignez-y les évaluations annuelles.");
    }
}
