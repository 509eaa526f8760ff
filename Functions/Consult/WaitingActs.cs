using System.Globalization;
using Evaluation.Core.Calendar;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Consult;

/// <summary>
/// The acts that wait for a director or an accountant (docs/spec/calendar.md): what is listed is what the page behind the link
/// takes.
/// </summary>
internal static class WaitingActs
{
    /// <summary>The acts on one service, as they follow from each other.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="service">Where it stands.</param>
    /// <param name="mayDirect">Whether the reader validates, transmits, decides, accepts.</param>
    /// <param name="maySettle">Whether the reader settles amounts.</param>
    /// <param name="today">In Europe/Paris.</param>
    public static IEnumerable<WaitingAct> Of(string siren, ServiceToday service, bool mayDirect, bool maySettle, DateOnly today) =>
    [
        .. mayDirect ? OnReports(siren, service, today).Concat(OnPeriods(siren, service)).Concat(OnActions(siren, service, today)) : [],
        .. maySettle ? OnAmounts(siren, service, today) : [],
    ];

    /// <summary>Those whose day passed first, then by day; those without a day last. Of one day, as they come.</summary>
    public static IReadOnlyList<WaitingAct> InOrder(IEnumerable<WaitingAct> acts) =>
        [.. acts.OrderBy(a => a.DueOn ?? DateOnly.MaxValue)];

    private static IEnumerable<WaitingAct> OnReports(string siren, ServiceToday service, DateOnly today)
    {
        var (mutualisation, label) = (service.Mutualisation, Label(service));
        var latest = service.Issues.Where(i => YearOf(i) < today.Year).GroupBy(YearOf).Select(g => g.Last()).ToList();
        foreach (var issue in latest)
        {
            var year = YearOf(issue);
            var due = ActDeadlines.TransmissionOf(year);
            var address = Decisions(siren, mutualisation, year);
            if (issue.State == ReportState.Draft)
            {
                yield return Act(
                    $"Valider l’évaluation {Text(year)} : {label}", address, due,
                    $"La version {Text(issue.Version.Version)} est en projet : les communes ne la lisent qu’une fois validée puis transmise.");
            }
            else if (issue.State == ReportState.Validated)
            {
                yield return Act(
                    $"Transmettre l’évaluation {Text(year)} : {label}", address, due,
                    $"La version {Text(issue.Version.Version)} est validée : les communes la lisent une fois transmise.");
            }
        }

        // What follows from a year is overtaken by what was decided of a later one.
        if (latest.Select(YearOf).DefaultIfEmpty().Max() is > 0 and var last
            && mutualisation.WhyNotEvaluated(last) is null
            && mutualisation.EndedOn is null
            && !service.Decisions.Keys.Any(decided => decided >= last))
        {
            yield return Act(
                $"Décider de la suite après l’évaluation {Text(last)} : {label}",
                Decisions(siren, mutualisation, last),
                ActDeadlines.DecisionOf(mutualisation, last, today),
                "Aucune décision n’est enregistrée : poursuivre, étendre, faire évoluer ou arrêter, avec ses raisons.");
        }
    }

    private static IEnumerable<WaitingAct> OnPeriods(string siren, ServiceToday service) => service.Closed.AwaitingAcceptance
        .Select(period => Act(
            $"Accepter les valeurs {FrenchPeriod.De(period)} : {Label(service)}",
            PortalAddress.PeriodDecisions(siren, service.Mutualisation.Id, period),
            null,
            "Le service les a validées : une fois acceptées, elles ne changent plus sans motif."));

    private static IEnumerable<WaitingAct> OnActions(string siren, ServiceToday service, DateOnly today) =>
        from decided in service.Decisions
        from action in decided.Value.Actions
        where action.IsLateOn(today)
        select Act(
            $"Dire où en est une action décidée : {Label(service)}",
            Decisions(siren, service.Mutualisation, decided.Key),
            action.DueOn,
            $"{action.Label.Trim().TrimEnd('.')} ({action.Owner}) : {action.State.Label()} à son échéance.");

    private static IEnumerable<WaitingAct> OnAmounts(string siren, ServiceToday service, DateOnly today)
    {
        var (mutualisation, label) = (service.Mutualisation, Label(service));
        foreach (var costs in service.Costs.Where(c => c.Year < today.Year && c.IsObserved && c.Year != service.UnsplitYear))
        {
            var year = costs.Year;
            if (mutualisation.WhyNotEvaluated(year) is not null || !mutualisation.LegalFormIn(year).SharesCosts())
            {
                continue;
            }

            var address = PortalAddress.Accounts(siren, mutualisation.Id, year);
            if (service.Closed.Settled.Find(year) is null)
            {
                yield return Act(
                    $"Arrêter les montants {Text(year)} : {label}", address, ActDeadlines.SettlingOf(year),
                    $"Le coût constaté est saisi ({FrenchMoney.Euros(costs.Observed!.Value)}) ; tant que les montants ne sont pas arrêtés, ils suivent ce qui est saisi.");
            }
            else if (service.Closed.Settled.OpeningOf(year, today) is { } opening)
            {
                yield return Act(
                    $"Arrêter de nouveau les montants {Text(year)} : {label}", address, opening.Until,
                    $"Ils sont ouverts jusqu’au {FrenchDate.InWords(opening.Until)} : {opening.Reason.Trim().TrimEnd('.')}.");
            }
        }
    }

    private static WaitingAct Act(string what, string address, DateOnly? due, string why) =>
        new(Typography.Fix(what), address, due, Typography.Fix(why));

    private static string Label(ServiceToday service) => service.Mutualisation.Label;

    private static string Decisions(string siren, Mutualisation mutualisation, int year) =>
        PortalAddress.Decisions(siren, mutualisation.Id, Text(year));

    private static int YearOf(ReportIssue issue) => ReviewPlan.YearOf(issue.Version.Key);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
