using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of pooled services.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode MutualisationId = new(
        "mutualisation.id", Invalid, "Cet identifiant n’est pas valable : de 3 à 40 lettres minuscules, chiffres ou traits d’union.");

    internal static readonly RefusalCode ServiceTypeUnknown = new(
        "serviceType.unknown", Invalid, "Ce type de service n’existe pas : voyez /api/catalogue.");

    internal static readonly RefusalCode MembershipOverlap = new(
        "membership.overlap", Invalid, "Ce membre a deux adhésions en même temps : fermez la première avant la seconde.");
    internal static readonly RefusalCode MembershipAfterEnd = new(
        "membership.afterEnd", Invalid, "Ce service s’arrête le {0} : fermez cette adhésion au plus tard ce jour-là.");
    internal static readonly RefusalCode MembershipInverted = new(
        "membership.inverted", Invalid, "La sortie précède l’entrée : corrigez l’une des deux dates.");
    internal static readonly RefusalCode MembershipExitAct = new(
        "membership.exitAct", Invalid, "Un acte de sortie suppose une sortie : donnez sa date dans « to ».");
    internal static readonly RefusalCode MembershipShare = new(
        "membership.share", Invalid, "Cette part de poste n’est pas valable : plus de 0 et au plus 1.");
    internal static readonly RefusalCode MembershipPosts = new(
        "membership.posts", Invalid, "Ce nombre de postes n’est pas valable : plus de 0 et au plus 100.");
    internal static readonly RefusalCode MembershipShares = new(
        "membership.shares", Invalid, "Au {0}, les parts de poste dépassent {1} : réduisez-les ou corrigez « posts ».");

    internal static readonly RefusalCode OfferOrder = new(
        "offer.order", Invalid, "Cette édition de l’offre ne suit pas la précédente : rangez-les par date.");
    internal static readonly RefusalCode OfferDisagrees = new(
        "offer.disagrees", Invalid, "La dernière édition de l’offre dit « {0} » : corrigez ce statut ou ajoutez une édition.");

    internal static readonly RefusalCode LifecycleReversibility = new(
        "lifecycle.reversibility", Invalid, "Ce service prépare son arrêt : donnez les conditions de réversibilité (agents, biens, contrats) de sa convention.");
    internal static readonly RefusalCode LifecycleOrder = new(
        "lifecycle.order", Invalid, "Cette étape précède celle qui est écrite avant elle : rangez les étapes par date.");
    internal static readonly RefusalCode LifecycleTransition = new(
        "lifecycle.transition", Invalid, "« {0} » ne peut pas suivre « {1} » : corrigez l’étape ou ajoutez celles qui manquent.");
    internal static readonly RefusalCode LifecycleReason = new(
        "lifecycle.reason", Invalid, "Un arrêt, un abandon ou une étape sautée se motive : donnez-en la raison en une phrase.");

    internal static readonly RefusalCode LinkAddress = new(
        "link.address", Invalid, "Cette adresse n’est pas valable : donnez une adresse complète en https.");

    internal static readonly RefusalCode RecommendationYear = new(
        "recommendation.year", Invalid, "Cet exercice n’est pas valable : il faut une année de 2000 à 2099.");
    internal static readonly RefusalCode RecommendationNote = new(
        "recommendation.note", Invalid, "Une recommandation abandonnée s’explique : dites pourquoi en une phrase.");

    internal static readonly RefusalCode ClosingDays = new(
        "closing.days", Invalid, "Ce délai de clôture n’est pas valable : de 0 à 3660 jours après l’échéance.");
}
