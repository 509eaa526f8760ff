using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>What a member says of its units, and what the provider answers.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode UnitsFigures = new(
        "units.figures", Invalid, "Les chiffres lus manquent, ou il y en a trop : renvoyez dans « figures » ceux que donne GET, tous.");
    internal static readonly RefusalCode UnitsReason = new(
        "units.reason", Invalid, "Des unités confirmées n’ont pas de motif : retirez-le, ou contestez-les.");
    internal static readonly RefusalCode UnitsRating = new(
        "units.rating", Invalid, "La note est un nombre entier de {0} à {1} : corrigez-la.");
    internal static readonly RefusalCode UnitsComment = new(
        "units.comment", Invalid, "Un commentaire accompagne une note : donnez-la, ou retirez le commentaire.");
    internal static readonly RefusalCode UnitsChanged = new(
        "units.changed", Conflict, "Les unités ne sont plus celles qui ont été lues : relisez-les, puis répondez.");
    internal static readonly RefusalCode UnitsReplied = new(
        "units.replied", Conflict, "Le service a déjà répondu à cette contestation : relisez sa réponse.");
    internal static readonly RefusalCode UnitsNotContested = new(
        "units.notContested", Conflict, "Ces unités ne sont pas contestées, ou ont été corrigées depuis : il n’y a rien à maintenir.");
}
