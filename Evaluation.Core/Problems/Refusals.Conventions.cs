using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of legal forms and conventions.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode LegalFormUndated = new(
        "legalForm.undated", Invalid, "En {0}, la forme était « {1} » : donnez dans « legalForms » chaque forme avec son premier jour, les années passées gardent la leur.");
    internal static readonly RefusalCode LegalFormOrder = new(
        "legalForm.order", Invalid, "Cette forme ne suit pas la précédente : rangez-les par date.");
    internal static readonly RefusalCode LegalFormDisagrees = new(
        "legalForm.disagrees", Invalid, "La dernière forme datée est « {0} » : corrigez la forme actuelle ou ajoutez-la avec son premier jour.");

    internal static readonly RefusalCode ConventionInverted = new(
        "convention.inverted", Invalid, "La convention finit avant de commencer : corrigez l’une des deux dates.");
    internal static readonly RefusalCode ConventionNotice = new(
        "convention.notice", Invalid, "Ce préavis n’est pas valable : de 0 à 60 mois.");
    internal static readonly RefusalCode ConventionBilling = new(
        "convention.billing", Invalid, "Cette périodicité n’est pas valable : de 1 à 12 mois, le remboursement est au moins annuel (article D. 5211-16).");
    internal static readonly RefusalCode ConventionAllocation = new(
        "convention.allocation", Invalid, "Cette forme juridique partage un coût : donnez la clé de répartition.");
    internal static readonly RefusalCode ConventionAcImputation = new(
        "convention.acImputation", Invalid, "L’imputation sur l’attribution de compensation suppose la fiscalité professionnelle unique : choisissez titreRecette.");
    internal static readonly RefusalCode ConventionSettlement = new(
        "convention.settlement", Invalid, "L’imputation sur l’attribution de compensation est réservée aux services communs et aux transferts : choisissez titreRecette.");
    internal static readonly RefusalCode ConventionUnexpectedAllocation = new(
        "convention.unexpectedAllocation", Invalid, "Cette forme juridique ne partage aucun coût : retirez la clé de répartition.");

    internal static readonly RefusalCode ForecastUnits = new(
        "forecast.units", Invalid, "Cette prévision n’est pas valable : il faut un nombre positif ou nul.");
    internal static readonly RefusalCode ForecastDuplicate = new(
        "forecast.duplicate", Invalid, "Ce membre a deux prévisions : gardez une seule ligne.");

    internal static readonly RefusalCode AmendmentAlone = new(
        "amendment.alone", Invalid, "Un avenant modifie une convention : donnez d’abord la convention.");
    internal static readonly RefusalCode AmendmentOrder = new(
        "amendment.order", Invalid, "Cet avenant ne prend pas effet après le texte qu’il modifie : rangez les avenants par date d’effet.");
    internal static readonly RefusalCode AmendmentOutside = new(
        "amendment.outside", Invalid, "Cet avenant prend effet après la fin de la convention : corrigez sa date, ou prolongez d’abord la convention.");
}
