using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of bodies.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode BodyContentType = new(
        "body.contentType", Unsupported, "Ce type de contenu n’est pas accepté : envoyez {0}.");
    public static readonly RefusalCode BodyEncoding = new(
        "body.encoding", Unsupported, "Cette compression n’est pas acceptée : envoyez le corps tel quel, ou compressé une fois en gzip, br ou deflate.");
    public static readonly RefusalCode BodyCorrupt = new(
        "body.corrupt", Malformed, "Le corps n’est pas compressé comme l’en-tête Content-Encoding l’annonce : vérifiez-le.");
    public static readonly RefusalCode BodyTooLarge = new(
        "body.tooLarge", TooLarge, "Ce qui est envoyé dépasse {0} : raccourcissez-le, ou envoyez-le en plusieurs fois.");

    public static readonly RefusalCode JsonMalformed = new(
        "json.malformed", Malformed, "Le corps n’est pas le JSON attendu{0} : corrigez {1} et renvoyez tout le corps.");
    public static readonly RefusalCode JsonEncoding = new(
        "json.encoding", Malformed, "Le corps n’est pas de l’UTF-8 valable : vérifiez l’encodage.");
    public static readonly RefusalCode JsonEmpty = new(
        "json.empty", Malformed, "Le corps de la requête est vide : envoyez un objet JSON.");

    public static readonly RefusalCode RequestMalformed = new(
        "request.malformed", Malformed, "La requête est mal formée : vérifiez son adresse, ses en-têtes et son corps.");

    public static readonly RefusalCode FormMissing = new(
        "form.missing", Unsupported, "Ce n’est pas le formulaire de la page : rouvrez la page et envoyez-le depuis elle.");
    public static readonly RefusalCode FormMalformed = new(
        "form.malformed", Malformed, "Le formulaire n’est pas arrivé entier : choisissez de nouveau le fichier et renvoyez-le.");

    public static readonly RefusalCode DocumentInvalid = new(
        "document.invalid", Invalid, "Le document comporte {0} erreurs : corrigez-les et renvoyez-le.");
    public static readonly RefusalCode DocumentStale = new(
        "document.stale", Stale, "Le document n’est pas celui que votre demande suppose (If-Match, If-None-Match) : relisez-le, reportez votre changement et renvoyez-le.");
    public static readonly RefusalCode DocumentTooLarge = new(
        "document.tooLarge", TooLarge, "Ce document dépasse {0} ko une fois compressé : retirez-en ce qui n’a plus cours.");
}
