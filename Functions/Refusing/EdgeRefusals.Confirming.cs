using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of the units that members confirm.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode UnitsNoKey = new(
        "units.noKey", Invalid, "La clé de ce service ne repose sur aucune unité comptée en {0} : il n’y a rien à confirmer.");
    public static readonly RefusalCode UnitsPeriod = new(
        "units.period", Invalid, "Les unités de ce service se confirment {0} : écrivez par exemple {1}.");
    public static readonly RefusalCode UnitsNotOver = new(
        "units.notOver", Invalid, "La période {0} n’est pas terminée : répondez à partir du {1}.");
    public static readonly RefusalCode UnitsNotMember = new(
        "units.notMember", Invalid, "{0} ne participe pas à ce service dans la période {1} : vérifiez le membre et la période.");
    public static readonly RefusalCode UnitsNone = new(
        "units.none", Invalid, "Aucune unité n’est transmise pour la période {0} : attendez qu’elle le soit, ou demandez-la au service.");
    public static readonly RefusalCode UnitsAnswered = new(
        "units.answered",
        Conflict,
        "Une autre réponse est enregistrée pour cette période : relisez-la, puis envoyez la vôtre avec son étiquette (If-Match).");
    public static readonly RefusalCode UnitsUnanswered = new(
        "units.unanswered", Conflict, "Cette commune n’a rien répondu pour cette période : il n’y a pas de contestation à laquelle répondre.");
}
