using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of who receives which report.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode SubscriptionTooMany = new(
        "subscription.tooMany", Invalid, "Cette liste dépasse 200 abonnements : raccourcissez-la.");
    internal static readonly RefusalCode SubscriptionDuplicate = new(
        "subscription.duplicate", Invalid, "Cet abonnement figure déjà plus haut : gardez une seule ligne.");
    internal static readonly RefusalCode SubscriptionRecipient = new(
        "subscription.recipient", Invalid, "Ce destinataire est mal désigné : donnez « member » pour un membre, « mailbox » pour une adresse, ni l’un ni l’autre pour la direction ou le service.");
    internal static readonly RefusalCode SubscriptionMemberKind = new(
        "subscription.memberKind", Invalid, "Une commune ne reçoit que l’évaluation annuelle, quand elle lui est transmise : choisissez « annual » ou un autre destinataire.");
    internal static readonly RefusalCode SubscriptionOfCommunity = new(
        "subscription.ofCommunity", Invalid, "Ce rapport est celui de toute la communauté : n’indiquez ni service ni contact de service.");
    internal static readonly RefusalCode SubscriptionStatement = new(
        "subscription.statement", Invalid, "Les fiches des membres ne s’envoient pas par abonnement : chaque membre lit la sienne dans le portail. Choisissez un autre rapport.");
    internal static readonly RefusalCode SubscriptionMemberMailbox = new(
        "subscription.memberMailbox", Invalid, "« {0} » est l’adresse de {1} : abonnez ce membre, qui reçoit l’évaluation annuelle quand elle lui est transmise.");
    internal static readonly RefusalCode SubscriptionCommunity = new(
        "subscription.community", Invalid, "La communauté ne se transmet pas ses propres rapports : choisissez la direction.");

    /// <summary>A subscription names a service that the community does not have.</summary>
    public static readonly RefusalCode SubscriptionService = new(
        "subscription.service", Invalid, "La mutualisation « {0} » n’existe pas : vérifiez son identifiant, ou déclarez-la avant d’y abonner quelqu’un.");
}
