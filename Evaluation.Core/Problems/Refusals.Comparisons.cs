using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of baselines, scenarios and grids.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode BaselinePriceIndex = new(
        "baseline.priceIndex", Invalid, "La communauté n’a pas d’indice de prix « {0} » : ajoutez-le d’abord à la communauté.");
    internal static readonly RefusalCode BaselineMembers = new(
        "baseline.members", Invalid, "La situation de référence ne cite aucun membre : donnez-en au moins un.");
    internal static readonly RefusalCode BaselineUnit = new(
        "baseline.unit", Invalid, "« {0} » ne peut pas mesurer le volume : il faut un indicateur du catalogue, transmis membre par membre, et un poids positif.");
    internal static readonly RefusalCode BaselineDuplicate = new(
        "baseline.duplicate", Invalid, "Ce membre figure déjà plus haut : gardez une seule ligne.");
    internal static readonly RefusalCode BaselineCost = new(
        "baseline.cost", Invalid, "Le coût de ce membre manque : donnez-le, ou écrivez known: false s’il est inconnu.");
    internal static readonly RefusalCode BaselineVolume = new(
        "baseline.volume", Invalid, "Ce volume n’est pas valable : un nombre positif, d’un indicateur cité dans unitWeights.");
    internal static readonly RefusalCode BaselineAmount = new(
        "baseline.amount", Invalid, "Ce montant n’est pas valable : en euros, positif, deux décimales au plus.");
    internal static readonly RefusalCode BaselineFte = new(
        "baseline.fte", Invalid, "Cet effectif n’est pas valable : en équivalents temps plein, 0 ou plus.");
    internal static readonly RefusalCode BaselineUnexpectedCost = new(
        "baseline.unexpectedCost", Invalid, "Ce membre est dit inconnu et porte un coût : retirez l’un des deux.");

    internal static readonly RefusalCode ScenarioCount = new(
        "scenario.count", Invalid, "Une comparaison compte de 1 à 10 scénarios, ou une grille : corrigez la liste.");
    internal static readonly RefusalCode ScenarioDuplicate = new(
        "scenario.duplicate", Invalid, "Ce nom est déjà celui d’un autre scénario : changez-le.");
    internal static readonly RefusalCode ScenarioCostChange = new(
        "scenario.costChange", Invalid, "Cette variation n’est pas valable : de -1 à 10, par exemple 0.03 pour +3 %.");
    internal static readonly RefusalCode ScenarioJoiningCost = new(
        "scenario.joiningCost", Invalid, "Ce montant n’est pas valable : en euros, positif, deux décimales au plus.");
    internal static readonly RefusalCode ScenarioAvoidablePart = new(
        "scenario.avoidablePart", Invalid, "Cette part n’est pas valable : de 0 à 1.");
    internal static readonly RefusalCode ScenarioUndone = new(
        "scenario.undone", Invalid, "La fin de la mutualisation ne se combine à aucun autre changement : faites-en un scénario à part.");
    internal static readonly RefusalCode ScenarioLeave = new(
        "scenario.leave", Invalid, "Ce membre ne participe pas au service dans l’année : donnez le SIREN ou le code Insee d’un membre.");
    internal static readonly RefusalCode ScenarioUnits = new(
        "scenario.units", Invalid, "Ces unités ne sont pas valables : un nombre positif, d’un indicateur transmis membre par membre.");
    internal static readonly RefusalCode ScenarioJoin = new(
        "scenario.join", Invalid, "Ce membre participe déjà au service, ou n’appartient pas à la communauté : donnez un autre SIREN ou code Insee.");

    internal static readonly RefusalCode GridStep = new(
        "grid.step", Invalid, "Ce pas n’est pas valable : plus de 0 et moins de 1, par exemple 0.2.");
    internal static readonly RefusalCode GridSize = new(
        "grid.size", Invalid, "Une grille compte de 1 à 50 critères et de 1 à 50 choix : complétez-la.");
    internal static readonly RefusalCode GridDuplicate = new(
        "grid.duplicate", Invalid, "Deux critères ont le même code, ou deux choix le même nom : distinguez-les.");
    internal static readonly RefusalCode GridWeight = new(
        "grid.weight", Invalid, "Ce poids n’est pas valable : plus de 0, au plus 1000.");
    internal static readonly RefusalCode GridScore = new(
        "grid.score", Invalid, "Cette note n’est pas valable : de 0 à 10, pour un critère de la grille.");
}
