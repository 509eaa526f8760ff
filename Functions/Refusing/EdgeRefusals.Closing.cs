using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of periods and fiscal years.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode ApprovalStep = new(
        "approval.step", Invalid, "Cette étape n’existe pas : choisissez parmi {0}.");
    public static readonly RefusalCode ApprovalDirection = new(
        "approval.direction", Forbidden, "Cette étape revient à la direction {0} : demandez-la-lui.");
    public static readonly RefusalCode ApprovalOrder = new(
        "approval.order", Conflict, "Cette étape ne suit pas l’état de la période, qui est {0} : soumettez, puis validez, puis acceptez, ou renvoyez en saisie.");

    public static readonly RefusalCode ReasonMissing = new(
        "reason.missing", Invalid, "Le motif manque : dites pourquoi.");
    public static readonly RefusalCode ReasonInvalid = new(
        "reason.invalid", Malformed, "Le motif dépasse 500 caractères ou contient un caractère de commande : corrigez-le.");

    public static readonly RefusalCode OpeningUntil = new(
        "opening.until", Invalid, "La fin de l’ouverture n’est pas valable : donnez une date comme 2026-01-31, dans l’année qui vient.");

    public static readonly RefusalCode FiscalYearClosed = new(
        "fiscalYear.closed", Invalid, "Le champ « closed » manque : donnez true pour clore, false pour rouvrir.");

    public static readonly RefusalCode SettlingFunction = new(
        "settling.function",
        Invalid,
        "La fonction de qui arrête les montants manque, dépasse {0} caractères ou contient un caractère de commande : donnez-la, par exemple « directeur des finances ».");
    public static readonly RefusalCode YearNotOver = new(
        "year.notOver", Invalid, "L’année {0} n’est pas finie : son évaluation se valide, se transmet et se décide à partir du 1er janvier {1}.");
    public static readonly RefusalCode SettlingNotOver = new(
        "settling.notOver", Invalid, "L’année {0} n’est pas finie : arrêtez ses montants à partir du 1er janvier {1}.");
    public static readonly RefusalCode SettlingCosts = new(
        "settling.costs", Conflict, "Les coûts constatés de {0} ne sont pas tous saisis{1} : saisissez-les (0,00 pour une dépense nulle), puis arrêtez les montants.");
    public static readonly RefusalCode SettlingNotShared = new(
        "settling.notShared", Conflict, "Le coût de {0} ne se répartit pas encore entre les membres : le rapport de l’année dit ce qui manque.");

    public static readonly RefusalCode SettlingMoved = new(
        "settling.moved", Conflict, "Les comptes de {0} ont changé pendant qu’on les arrêtait : relisez-les, puis arrêtez de nouveau.");

    public static readonly RefusalCode CallsAlreadyCalled = new(
        "calls.alreadyCalled", Conflict, "Des acomptes sont déjà appelés pour {0} : la proposition ne les remplace pas, corrigez-les dans les coûts de l’année.");
    public static readonly RefusalCode CallUnknown = new(
        "call.unknown", Unknown, "Cet appel n’existe pas pour {0} : relisez la liste des appels de l’année.");

    public static readonly RefusalCode CallTold = new(
        "call.told", Conflict, "Cet appel a été dit {0} depuis le {1} entre-temps, par {2}, le {3} : lisez-le, puis donnez un autre état s’il le faut.");

    public static readonly RefusalCode RebuildBusy = new(
        "rebuild.busy", Conflict, "Des envois arrivent sans cesse pour ce service : réessayez quand il est plus calme.");
}
