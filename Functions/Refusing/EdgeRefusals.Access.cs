using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of who calls.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode AccessHost = new(
        "access.host", Forbidden, "Cette adresse n’est servie que sur la machine locale.");
    public static readonly RefusalCode AccessOrigin = new(
        "access.origin", Forbidden, "Cette demande vient d’une page d’un autre site : refaites-la depuis le portail.");
    public static readonly RefusalCode AccessDenied = new(
        "access.denied", Forbidden, "Vous n’avez pas ce droit : adressez-vous à l’administrateur.");
    public static readonly RefusalCode AccessKey = new(
        "access.key", Unidentified, "La clé manque ou n’est pas reconnue : envoyez-la dans l’en-tête {0}.");
    public static readonly RefusalCode AccessSignIn = new(
        "access.signIn", Unidentified, "Cette page est réservée aux personnes qui y ont un rôle : connectez-vous.");
    public static readonly RefusalCode AccessAuthority = new(
        "access.authority", Unavailable, "Le service d’identité ne répond pas : réessayez dans une minute.");

    public static readonly RefusalCode RateLimited = new(
        "rate.limited", TooMany, "Trop d’appels en peu de temps : attendez {0} s, puis regroupez les lignes de vos envois.");

    public static readonly RefusalCode UserUnknown = new(
        "user.unknown", Unknown, "Cette personne n’est pas de la démonstration : choisissez-en une autre.");

    public static readonly RefusalCode ApiKeyEnded = new(
        "apiKey.ended", Conflict, "Cette clé a pris fin : créez-en une autre.");
    public static readonly RefusalCode ApiKeyUnknown = new(
        "apiKey.unknown", Unknown, "Cette clé n’existe pas : vérifiez son identifiant.");
    public static readonly RefusalCode ApiKeyLabel = new(
        "apiKey.label", Invalid, "Le libellé manque ou dépasse 100 caractères : dites à quoi sert la clé.");
    public static readonly RefusalCode ApiKeyOverlap = new(
        "apiKey.overlap", Invalid, "Le recouvrement n’est pas valable : donnez de 0 à 90 jours.");
    public static readonly RefusalCode ApiKeyRights = new(
        "apiKey.rights", Invalid, "Les droits ne sont pas valables : donnez push, read ou les deux.");
    public static readonly RefusalCode ApiKeyExpiry = new(
        "apiKey.expiry", Invalid, "Le dernier jour n’est pas valable ou est passé : écrivez par exemple 2027-01-31.");
    public static readonly RefusalCode ApiKeyMutualisations = new(
        "apiKey.mutualisations", Invalid, "Une mutualisation n’existe pas, ou la liste est vide : corrigez-la, ou retirez-la pour les ouvrir toutes.");
}
