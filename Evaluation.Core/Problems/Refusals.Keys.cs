using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of allocation keys and costs.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode KeyCriteria = new(
        "key.criteria", Invalid, "Cette façon de facturer ne partage pas selon des critères : retirez-les.");
    internal static readonly RefusalCode KeyWeights = new(
        "key.weights", Invalid, "Les poids des critères doivent faire exactement 1 : corrigez-les.");
    internal static readonly RefusalCode KeyUnitPrice = new(
        "key.unitPrice", Invalid, "Le coût unitaire suppose un seul critère, l’unité de fonctionnement : gardez celui-là.");
    internal static readonly RefusalCode KeyWeight = new(
        "key.weight", Invalid, "Ce poids n’est pas valable : plus de 0 et au plus 1.");
    internal static readonly RefusalCode KeyReferenceYear = new(
        "key.referenceYear", Invalid, "Cette année de référence n’est pas valable : de 2000 à 2099.");
    internal static readonly RefusalCode KeyUnitWeights = new(
        "key.unitWeights", Invalid, "Donnez à chaque acte ce qu’il vaut en unités : plus de 0 et au plus 1 000, par exemple 0.7.");
    internal static readonly RefusalCode KeyShares = new(
        "key.shares", Invalid, "Les parts des membres vont de 0 à 1 et doivent faire exactement 1 : corrigez-les.");
    internal static readonly RefusalCode KeyIndicator = new(
        "key.indicator", Invalid, "« {0} » ne peut pas répartir un coût : il faut un indicateur du catalogue, transmis commune par commune.");
    internal static readonly RefusalCode KeyFree = new(
        "key.free", Invalid, "Un service gratuit n’a ni limite, ni franchise, ni allègement : retirez-les.");
    internal static readonly RefusalCode KeyPrice = new(
        "key.price", Invalid, "Donnez le prix de chaque acte en euros, quatre décimales au plus, par exemple 85.50.");
    internal static readonly RefusalCode KeyLumpSum = new(
        "key.lumpSum", Invalid, "Donnez le forfait annuel en euros, deux décimales au plus, par exemple 1200.00.");
    internal static readonly RefusalCode KeyLimits = new(
        "key.limits", Invalid, "Ces limites ne sont pas valables : en euros par an, le plancher au plus égal au plafond.");
    internal static readonly RefusalCode KeyGrowthCap = new(
        "key.growthCap", Invalid, "Cette hausse n’est pas valable : de 0 à 10, par exemple 0.05 pour 5 %.");
    internal static readonly RefusalCode KeyFranchise = new(
        "key.franchise", Invalid, "La franchise se compte en unités, 0 ou plus, d’un seul critère mesuré ou d’un seul prix.");
    internal static readonly RefusalCode KeySolidarity = new(
        "key.solidarity", Invalid, "Cette solidarité n’est pas valable : un seuil d’habitants et une remise de plus de 0 à 1.");
    internal static readonly RefusalCode KeyProgressiveEntry = new(
        "key.progressiveEntry", Invalid, "L’entrée progressive compte dix années au plus, chacune de 0 à 1.");
    internal static readonly RefusalCode KeyWithoutUnits = new(
        "key.withoutUnits", Invalid, "Sans unité mesurée, un coût se partage à parts égales (equal) ou selon la population (population).");
    internal static readonly RefusalCode KeyCapacity = new(
        "key.capacity", Invalid, "La capacité suppose un seul critère, mesuré, et plus de 0 unité.");
    internal static readonly RefusalCode KeyOtherService = new(
        "key.otherService", Invalid, "L’indicateur {0} appartient à un autre type de service, qui ne le suit pas : répartissez selon un indicateur de celui-ci.");
    internal static readonly RefusalCode KeyUnexpectedPrice = new(
        "key.unexpectedPrice", Invalid, "Seule la facturation à l’acte a des prix : retirez-les.");
    internal static readonly RefusalCode KeyUnexpectedLumpSum = new(
        "key.unexpectedLumpSum", Invalid, "Seule la facturation au forfait a un forfait : retirez-le.");

    internal static readonly RefusalCode OverheadDuplicate = new(
        "overhead.duplicate", Invalid, "« {0} » figure deux fois : gardez une seule ligne.");
    internal static readonly RefusalCode OverheadParts = new(
        "overhead.parts", Invalid, "Les parts vont de 0 exclu à 1 et doivent faire exactement 1 : corrigez-les.");
    internal static readonly RefusalCode OverheadCycle = new(
        "overhead.cycle", Invalid, "Ces charges se reversent l’une à l’autre sans fin : {0}. Retirez l’un de ces reversements.");

    internal static readonly RefusalCode CostsLines = new(
        "costs.lines", Invalid, "Une année de coûts compte de 1 à 200 lignes : complétez la liste.");
    internal static readonly RefusalCode CostsCalls = new(
        "costs.calls", Invalid, "Une année compte au plus 5 000 appels de fonds : raccourcissez la liste.");
    internal static readonly RefusalCode CostsAmount = new(
        "costs.amount", Invalid, "Ce montant n’est pas valable : en euros, deux décimales au plus, par exemple 412300.00.");
}
