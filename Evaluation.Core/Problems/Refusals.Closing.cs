using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of what takes no more changes, and of the states of calls.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode PeriodApproved = new("period.approved", Invalid, "La période {0} est {1}.");
    internal static readonly RefusalCode PeriodClosed = new(
        "period.closed", Invalid, "La période {0} est close depuis le {1} : demandez à la direction {2} de l’ouvrir.");
    internal static readonly RefusalCode PeriodFiscalYearClosed = new(
        "period.fiscalYearClosed", Invalid, "L’exercice {0} est clos : demandez à la direction {1} d’ouvrir la période {2}.");

    /// <summary>The amounts of the year of a period are settled.</summary>
    public static readonly RefusalCode PeriodSettled = new(
        "period.settled", Conflict, "Les montants de {0} sont arrêtés : demandez à la direction {1} de les ouvrir, avec un motif et une fin, à la page « Comptes de l’année ».");

    /// <summary>The accounts of the year after a period take no change, and rest on those of its year.</summary>
    public static readonly RefusalCode PeriodYearAfter = new(
        "period.yearAfter", Conflict, "Les comptes de {0} ne changent plus, et le plafond d’évolution de leur clé les fait dépendre de ceux de {1} : demandez à la direction {2} d’ouvrir {0} d’abord.");

    internal static readonly RefusalCode YearClosed = new(
        "year.closed", Conflict, "L’exercice {0} est clos, et ce changement en touche les comptes : demandez à la direction {1} de le rouvrir, ou d’ouvrir la période {0} du service.");
    internal static readonly RefusalCode YearSettled = new(
        "year.settled", Conflict, "Les montants de {0} sont arrêtés, et ce changement les touche : demandez à la direction {1} de les ouvrir, avec un motif et une fin, à la page « Comptes de l’année ».");

    internal static readonly RefusalCode SettlingSettled = new(
        "settling.settled", Conflict, "Les montants de {0} sont déjà arrêtés depuis le {1} ({2}) : relisez les comptes de l’année.");
    internal static readonly RefusalCode OpeningNotSettled = new(
        "opening.notSettled", Conflict, "Les montants de {0} ne sont pas arrêtés : il n’y a rien à ouvrir.");
    internal static readonly RefusalCode OpeningOpen = new(
        "opening.open", Conflict, "Les montants de {0} sont déjà ouverts jusqu’au {1} : corrigez, puis arrêtez-les de nouveau.");

    internal static readonly RefusalCode CallFuture = new(
        "call.future", Invalid, "Un état se dit à partir de sa date : donnez une date qui n’est pas à venir.");
    internal static readonly RefusalCode CallComment = new(
        "call.comment", Invalid, "Un appel contesté s’explique : dites en une phrase ce qui est contesté.");
}
