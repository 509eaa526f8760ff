using System.Globalization;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Calendar;

/// <summary>The dates that bind one service, apart from values that are late.</summary>
public static class ServiceDeadlines
{
    private const int MonthsAfterSignature = 3;
    private const int YearsUntilSavingsCheck = 2;

    /// <summary>What comes next, in order: one deadline of each kind, and one of each periodicity of values.</summary>
    /// <param name="dossier">The service, and what takes no more changes.</param>
    /// <param name="day">Local day; what falls due on it is still to come.</param>
    public static IReadOnlyList<Deadline> Next(Dossier dossier, DateOnly day) =>
    [
        .. NextValues(dossier, day)
            .Concat(OfConvention(dossier, day))
            .Where(d => d.On >= day)
            .DistinctBy(d => d.Kind == CalendarKind.Values ? d.Key : d.Kind.ToString())
            .OrderBy(d => d.On),
    ];

    /// <summary>The next deadline of each periodicity in which values are expected, and still taken.</summary>
    internal static IEnumerable<Deadline> NextValues(Dossier dossier, DateOnly day) =>
        from year in new[] { day.Year - 1, day.Year }
        from definition in dossier.Mutualisation.Expected(dossier.Catalogue, Period.OfYear(year))
        group definition by definition.Periodicity into expected
        let period = NextDue(expected.Key, dossier.Closed, day)
        where period is { } next && dossier.Mutualisation.IsInForceIn(next)
        orderby period.Value.DueOn
        select new Deadline(
            CalendarKind.Values,
            period.Value.ToString(),
            period.Value.DueOn,
            $"données {FrenchPeriod.De(period.Value)}",
            "Transmettez les valeurs de la période.");

    /// <summary>The dates of the convention in force on a day, and of the money it settles.</summary>
    internal static IEnumerable<Deadline> OfConvention(Dossier dossier, DateOnly day)
    {
        var mutualisation = dossier.Mutualisation;
        if (mutualisation.EndedOn <= day || mutualisation.ConventionOn(day) is not { } convention)
        {
            yield break;
        }

        if (convention.EndsOn is { } end && end >= day && convention.NoticeFrom() is { } notice)
        {
            yield return notice >= day ? Notice(convention, end, notice) : Term(convention, end, notice);
        }

        if (mutualisation.LegalFormOn(day) == LegalForm.MiseADispositionService && convention.Settlement != SettlementMode.Gratuit)
        {
            foreach (var deadline in UnitCosts(convention, dossier.Closed, day))
            {
                yield return deadline;
            }
        }

        var check = new DateOnly(convention.StartsOn.Year + YearsUntilSavingsCheck, 12, 31);
        yield return new Deadline(
            CalendarKind.SavingsCheck,
            Text(check.Year),
            check,
            "économies à vérifier, deux ans après le début",
            "Vérifiez les économies effectives : comparez le coût constaté à la situation de départ dans l’évaluation annuelle, " +
            "et enregistrez la situation de départ si elle manque.");
    }

    private static Deadline Notice(Convention convention, DateOnly end, DateOnly on)
    {
        var renewal = convention.Renewal switch
        {
            ConventionRenewal.Tacite => "Sans opposition d’une partie, elle se poursuit : évaluez-la et dites avant cette date s’il faut y mettre fin ou la modifier.",
            ConventionRenewal.Expresse => "Elle ne se poursuit que si les parties le décident : préparez l’évaluation et les délibérations avant cette date.",
            ConventionRenewal.Aucune =>
                "Elle prend fin à son terme : préparez la suite et la reprise des moyens, ou une nouvelle convention.",
        };
        return new Deadline(
            CalendarKind.Convention,
            end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            on,
            $"préavis de la convention n°\u00A0{convention.Number}, à son terme le {FrenchDate.InWords(end)}",
            $"La convention arrive à son terme le {FrenchDate.InWords(end)} ; " +
            $"son préavis de {FrenchNumber.Format(convention.NoticeMonths)} mois commence le {FrenchDate.InWords(on)}. {renewal}");
    }

    private static Deadline Term(Convention convention, DateOnly end, DateOnly notice)
    {
        var begun = $"La convention arrive à son terme le {FrenchDate.InWords(end)} ; son préavis a commencé le {FrenchDate.InWords(notice)}. ";
        return new Deadline(
            CalendarKind.ConventionEnd,
            end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            end,
            $"terme de la convention n°\u00A0{convention.Number}",
            begun + convention.Renewal switch
            {
                ConventionRenewal.Tacite => "Sans opposition donnée à temps, elle se poursuit : enregistrez son nouveau terme.",
                ConventionRenewal.Expresse => "Elle ne se poursuit que si les parties le décident : enregistrez leur décision, ou préparez la reprise des moyens.",
                ConventionRenewal.Aucune => "Elle prend fin : préparez la suite et la reprise des moyens, ou enregistrez la nouvelle convention.",
            });
    }

    private static IEnumerable<Deadline> UnitCosts(Convention convention, ClosedPeriods closed, DateOnly day)
    {
        if (convention.SignedOn is { } signedOn && closed.FindAccounts(convention.StartsOn.Year) is null)
        {
            yield return new Deadline(
                CalendarKind.FirstUnitCost,
                Text(convention.StartsOn.Year),
                signedOn.AddMonths(MonthsAfterSignature),
                "coût unitaire de la première année à faire connaître",
                "Faites connaître aux bénéficiaires le coût unitaire prévisionnel dans les trois mois de la signature " +
                "(article D5211-16 du CGCT) : enregistrez les coûts prévus et les unités prévues, puis gardez la date de votre envoi.");
        }

        // The year after matters to who looks at the calendar in autumn.
        foreach (var year in new[] { day.Year, day.Year + 1 }.Where(y => y > convention.StartsOn.Year && y <= Period.MaxYear && closed.FindAccounts(y) is null))
        {
            yield return new Deadline(
                CalendarKind.UnitCost,
                Text(year),
                UnitCostForecast.BudgetDate(year),
                $"coût unitaire {Text(year)} à faire connaître",
                $"Faites connaître aux bénéficiaires le coût unitaire prévisionnel {Text(year)} avant l’adoption de leur budget " +
                "(article D5211-16 du CGCT) : enregistrez les coûts prévus et les unités prévues, demandez l’état annuel " +
                $"{Text(year - 1)}, dont les lettres le portent, puis gardez la date de votre envoi.");
        }
    }

    private static Period? NextDue(Periodicity periodicity, ClosedPeriods closed, DateOnly day) =>
        Enumerable.Range(day.Year - 1, 2).SelectMany(year => Period.InYear(year, periodicity))
            .Where(p => p.DueOn >= day && closed.Takes(p))
            .Select(p => (Period?)p)
            .FirstOrDefault();

    private static string Text(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
