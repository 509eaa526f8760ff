using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of who receives which report.</content>
public static partial class Refusals
{
    /// <summary>A community keeps no more subscriptions.</summary>
    public static readonly RefusalCode SubscriptionTooMany = new(
        "subscription.tooMany", Invalid, "Cette liste dépasse {0} abonnements : raccourcissez-la.");
    internal static readonly RefusalCode SubscriptionDuplicate = new(
        "subscription.duplicate", Invalid, "Cet abonnement figure déjà plus haut : gardez une seule ligne.");
    /// <summary>A recipient is named as no recipient is.</summary>
    public static readonly RefusalCode SubscriptionRecipient = new(
        "subscription.recipient", Invalid, "Ce destinataire est mal désigné : donnez « member » pour un membre, « mailbox » pour une adresse, ni l’un ni l’autre pour la direction ou le service.");
    internal static readonly RefusalCode SubscriptionMemberKind = new(
        "subscription.memberKind", Invalid, "Une commune ne reçoit que sa fiche et l’évaluation annuelle, quand elle lui est transmise : choisissez l’une des deux, ou un autre destinataire.");
    internal static readonly RefusalCode SubscriptionOfCommunity = new(
        "subscription.ofCommunity", Invalid, "Ce rapport est celui de toute la communauté : n’indiquez ni service ni contact de service.");
    internal static readonly RefusalCode SubscriptionStatement = new(
        "subscription.statement", Invalid, "La fiche d’un membre ne part qu’à ce membre : choisissez-le pour destinataire, ou un autre rapport.");
    internal static readonly RefusalCode SubscriptionMemberMailbox = new(
        "subscription.memberMailbox", Invalid, "« {0} » est l’adresse de {1} : abonnez ce membre, qui reçoit l’évaluation annuelle quand elle lui est transmise.");
    internal static readonly RefusalCode SubscriptionCommunity = new(
        "subscription.community", Invalid, "La communauté ne se transmet pas ses propres rapports : choisissez la direction.");

    /// <summary>A subscription names a service that the community does not have.</summary>
    public static readonly RefusalCode SubscriptionService = new(
        "subscription.service", Invalid, "La mutualisation « {0} » n’existe pas : vérifiez son identifiant, ou déclarez-la avant d’y abonner quelqu’un.");
}
