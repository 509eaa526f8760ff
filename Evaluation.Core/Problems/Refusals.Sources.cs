using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of followed indicators and of sources.</content>
public static partial class Refusals
{
    /// <summary>A code is that of no indicator.</summary>
    public static readonly RefusalCode IndicatorUnknown = new(
        "indicator.unknown", Unknown, "L’indicateur « {0} » n’existe pas : voyez la liste sous /api/catalogue.");
    internal static readonly RefusalCode IndicatorOtherService = new(
        "indicator.otherService", Invalid, "L’indicateur {0} appartient à un autre type de service : retirez-le.");
    internal static readonly RefusalCode IndicatorDuplicate = new(
        "indicator.duplicate", Invalid, "L’indicateur {0} est suivi deux fois : retirez une ligne.");
    internal static readonly RefusalCode IndicatorComputed = new(
        "indicator.computed", Invalid, "L’indicateur {0} est calculé : transmettez {1} et {2}.");
    internal static readonly RefusalCode IndicatorDerived = new(
        "indicator.derived", Invalid, "L’indicateur {0} est tiré de ce qui est enregistré (adhésions, coûts, réunions) : ne le transmettez pas.");
    internal static readonly RefusalCode IndicatorNotFollowed = new(
        "indicator.notFollowed", Invalid, "L’indicateur {0} n’est pas suivi par cette mutualisation : retirez la ligne ou faites-le ajouter.");

    internal static readonly RefusalCode TargetNeutral = new(
        "target.neutral", Invalid, "L’indicateur {0} décrit sans juger : il n’a pas de cible, retirez-la.");
    internal static readonly RefusalCode TargetOutOfRange = new(
        "target.outOfRange", Invalid, "La cible {0} ne peut jamais être celle de {1} ({2}) : corrigez-la.");

    internal static readonly RefusalCode SourceAddress = new(
        "source.address", Invalid, "Cette adresse n’est pas valable : donnez une adresse complète en https, sans nom d’utilisateur ni mot de passe.");
    internal static readonly RefusalCode SourceSchedule = new(
        "source.schedule", Invalid, "Choisissez « everyHours » ou « at » : une source n’a qu’un horaire.");
    internal static readonly RefusalCode SourceEveryHours = new(
        "source.everyHours", Invalid, "Cet intervalle n’est pas valable : de 1 à 8784 heures.");
    internal static readonly RefusalCode SourceAt = new(
        "source.at", Invalid, "Donnez de 1 à 24 heures de passage, chacune une seule fois, par exemple « 06:30 ».");
    internal static readonly RefusalCode SourceDays = new(
        "source.days", Invalid, "Les jours précisent « at » : donnez aussi les heures, un jour au moins, et chacun une seule fois.");
    internal static readonly RefusalCode SourceHeader = new(
        "source.header", Invalid, "Cet en-tête n’est pas admis : donnez « Authorization », ou un nom qui finit par Key ou Token, comme « X-Api-Key ».");
    internal static readonly RefusalCode SourceSecret = new(
        "source.secret", Invalid, "Ce nom de secret n’est pas valable : 40 lettres ou chiffres au plus, jamais le secret lui-même.");
    internal static readonly RefusalCode SourceFileOnly = new(
        "source.fileOnly", Invalid, "Ce champ est réservé aux sources en CSV : le JSON le porte lui-même.");
}
