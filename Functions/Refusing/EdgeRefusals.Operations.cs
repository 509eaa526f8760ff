using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of operations.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode PoisonNoRun = new(
        "poison.noRun", Conflict, "Ce message ne désigne aucune opération : il n’y a rien à relancer, abandonnez-le.");
    public static readonly RefusalCode PoisonReason = new(
        "poison.reason", Invalid, "Le motif manque ou n’est pas valable : dites en 500 caractères au plus pourquoi ce message est abandonné.");
    public static readonly RefusalCode PoisonUnknown = new(
        "poison.unknown", Unknown, "Ce message n’existe pas : vérifiez son identifiant.");
    public static readonly RefusalCode PoisonDecided = new(
        "poison.decided", Conflict, "Ce message a déjà été relancé ou abandonné : relisez la liste.");

    public static readonly RefusalCode NoticeUnknown = new(
        "notice.unknown", Unknown, "Cet avis n’existe pas : vérifiez son identifiant.");
    public static readonly RefusalCode NoticeSent = new(
        "notice.sent", Conflict, "Cet avis est déjà parti : il n’y a rien à renvoyer.");
    public static readonly RefusalCode NoticeAttempts = new(
        "notice.attempts", Conflict, "Cet avis a été essayé cent fois : corrigez la cause et prévenez le destinataire autrement.");
    public static readonly RefusalCode NoticeBusy = new(
        "notice.busy", Conflict, "Cet avis est en cours d’envoi : relisez la liste dans quelques minutes.");

    public static readonly RefusalCode ArchiveLeftoversAsked = new(
        "archive.leftoversAsked", Malformed, "Le paramètre leftovers n’accepte que « {0} » : corrigez-le ou retirez-le.");
    public static readonly RefusalCode ArchiveUnreadable = new(
        "archive.unreadable", Malformed, "Ce fichier n’est pas une archive lisible : envoyez le fichier zip obtenu de l’application, sans le modifier.");
    public static readonly RefusalCode ArchiveFormat = new(
        "archive.format", Invalid, "Cette archive n’est pas au format {0} : demandez-la de nouveau à l’application qui l’a écrite, dans sa version actuelle.");
    public static readonly RefusalCode ArchiveOtherCommunity = new(
        "archive.otherCommunity", Invalid, "Cette archive est celle d’une autre communauté : vérifiez le SIREN de l’adresse.");
    public static readonly RefusalCode ArchiveTooLarge = new(
        "archive.tooLarge", TooLarge, "Cette archive dépasse ce que l’application relit en une fois : demandez à l’exploitant de la restituer par parties.");
    public static readonly RefusalCode ArchiveUnknownEntry = new(
        "archive.unknownEntry", Invalid, "L’archive contient un élément inattendu, « {0} » : reprenez l’archive d’origine.");
    public static readonly RefusalCode ArchiveMissingEntry = new(
        "archive.missingEntry", Invalid, "Il manque un élément à l’archive, « {0} » : reprenez l’archive d’origine.");
    public static readonly RefusalCode ArchiveDamagedEntry = new(
        "archive.damagedEntry", Invalid, "Un élément de l’archive est abîmé ou modifié, « {0} » : reprenez l’archive d’origine.");
    public static readonly RefusalCode ArchiveCommunityThere = new(
        "archive.communityThere", Conflict, "Cette communauté a déjà des données qui ne sont pas celles de l’archive : une archive ne se restitue que là où la communauté n’est pas encore.");
    public static readonly RefusalCode ArchiveLeftovers = new(
        "archive.leftovers", Conflict, "Il reste ici de cette communauté un élément qui n’est pas celui de l’archive, « {0} » : vérifiez-le, puis renvoyez l’archive avec leftovers=remove pour qu’elle remplace tout ce qui reste.");

    public static readonly RefusalCode StorageMissing = new(
        "storage.missing", Unavailable, "Il manque au stockage ce dont l’application a besoin. À rétablir\u00A0: {0}.");
    public static readonly RefusalCode StorageUnavailable = new(
        "storage.unavailable", Unavailable, "Les données ne sont pas accessibles pour le moment. {0}");

    public static readonly RefusalCode Internal = new(
        "internal", Failed, "Une erreur interne empêche de répondre. Indiquez la référence traceId à l’administrateur.");
}
