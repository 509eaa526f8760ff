using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of what is decided.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode ReportNotDecided = new(
        "report.notDecided", Invalid, "{0} : seule une évaluation annuelle se valide et se transmet.");
    public static readonly RefusalCode ReportFunction = new(
        "report.function",
        Invalid,
        "La fonction de qui valide manque, dépasse {0} caractères ou contient un caractère de commande : donnez-la, par exemple « directrice générale des services ».");
    public static readonly RefusalCode ReportCommentInvalid = new(
        "report.commentInvalid", Invalid, "Le commentaire dépasse {0} caractères ou contient un caractère de commande : corrigez-le.");
    public static readonly RefusalCode DecisionUnknown = new(
        "decision.unknown", Unknown, "Aucune décision n’est enregistrée pour cette année : déposez-la avec PUT.");
    public static readonly RefusalCode DecisionNoEvaluation = new(
        "decision.noEvaluation", Conflict, "Aucune évaluation de {0} n’est publiée : demandez-la, lisez-la, puis décidez.");
}
