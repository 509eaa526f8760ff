using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>What cannot be done with a version of a report, and what is wrong with a decision.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode ReportValidated = new(
        "report.validated", Conflict, "La version {0} est déjà validée ({1}) : relisez la liste des rapports.");
    internal static readonly RefusalCode ReportComment = new(
        "report.comment",
        Invalid,
        "Ce rapport repose sur {0}, moins de 80 % : dites par écrit, en commentaire, pourquoi vous le validez.");
    internal static readonly RefusalCode ReportTransmitted = new(
        "report.transmitted", Conflict, "La version {0} est déjà transmise : relisez la liste des rapports.");
    internal static readonly RefusalCode ReportNotValidated = new(
        "report.notValidated", Conflict, "La version {0} n’est pas validée : validez-la avant de la transmettre.");
    internal static readonly RefusalCode ReportReplaced = new(
        "report.replaced", Conflict, "La version {0} est remplacée par la version {1} : décidez de celle-ci.");

    internal static readonly RefusalCode DecisionActions = new(
        "decision.actions", Invalid, "Une décision compte au plus {0} actions : regroupez-les.");
    internal static readonly RefusalCode DecisionCorrection = new(
        "decision.correction",
        Invalid,
        "Une décision est déjà enregistrée pour cet exercice : dites pourquoi celle-ci la remplace.");
    internal static readonly RefusalCode DecisionNoCorrection = new(
        "decision.noCorrection", Invalid, "Aucune décision n’est encore enregistrée pour cet exercice : retirez le motif de la correction.");
    internal static readonly RefusalCode DecisionSame = new(
        "decision.same", Invalid, "Cette décision est celle qui est déjà enregistrée : retirez le motif de la correction, ou changez la décision.");
    internal static readonly RefusalCode DecisionDeparture = new(
        "decision.departure", Invalid, "Le rapport propose {0} : dites pourquoi vous décidez {1}.");
    internal static readonly RefusalCode DecisionNoDeparture = new(
        "decision.noDeparture", Invalid, "Cette décision ne s’écarte d’aucune proposition : retirez le motif de l’écart, ou corrigez la décision.");
    internal static readonly RefusalCode ActionNote = new(
        "action.note", Invalid, "Une action abandonnée s’explique : dites pourquoi en une phrase.");
}
