using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>What refuses nothing: notices, and what rules find between values.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode ComplianceConvention = new(
        "compliance.convention", Told, "Ce service fonctionne sans convention enregistrée : enregistrez-la.");
    internal static readonly RefusalCode ComplianceContent = new(
        "compliance.content", Told, "La convention enregistrée ne dit pas {0} : complétez-la.");
    internal static readonly RefusalCode ComplianceDeliberations = new(
        "compliance.deliberations", Told, "Un service commun suppose des délibérations concordantes : enregistrez {0} de : {1}.");
    internal static readonly RefusalCode ComplianceStaffCommittee = new(
        "compliance.staffCommittee", Told, "Un service commun est soumis à l'avis du comité social territorial (article L. 5211-4-2) : enregistrez cet avis.");
    internal static readonly RefusalCode ComplianceImpactSheet = new(
        "compliance.impactSheet", Told, "La convention d'un service commun a pour annexe une fiche d'impact sur les agents (article L. 5211-4-2) : donnez sa référence.");
    internal static readonly RefusalCode ComplianceOutsideCommune = new(
        "compliance.outsideCommune", Told, "Un service commun réunit la communauté, ses communes et leurs établissements (article L. 5211-4-2) : passez une prestation pour {0}.");
    internal static readonly RefusalCode ComplianceFree = new(
        "compliance.free", Told, "L'article D. 5211-16 prévoit un remboursement et n'ouvre pas expressément la gratuité : vérifiez ce choix avec la préfecture.");
    internal static readonly RefusalCode ComplianceForecastUnits = new(
        "compliance.forecastUnits", Told, "La convention donne une prévision d'utilisation en unités de fonctionnement (article D. 5211-16) : ajoutez-la.");
    internal static readonly RefusalCode ComplianceFreeService = new(
        "compliance.freeService", Told, "Une prestation de service est rémunérée : vérifiez que la gratuité est voulue et fondée.");
    internal static readonly RefusalCode ComplianceReglement = new(
        "compliance.reglement", Told, "Un partage de biens suppose un règlement de mise à disposition (article L. 5211-4-3) : donnez sa référence.");
    internal static readonly RefusalCode ComplianceClect = new(
        "compliance.clect", Told, "Un transfert imputé sur l'attribution de compensation suppose un rapport de la CLECT (article 1609 nonies C du CGI) : ajoutez son lien.");
    internal static readonly RefusalCode ComplianceKeyIndicator = new(
        "compliance.keyIndicator", Told, "La clé de répartition compte {0}, hors des indicateurs suivis : {1}.");

    internal static readonly RefusalCode RuleViolated = new("rule.violated", Told, "{0}");
    internal static readonly RefusalCode RuleComponentAboveTotal = new("rule.componentAboveTotal", Told, "{0}");

    internal static readonly RefusalCode CostsStructureBilled = new(
        "costs.structureBilled", Told, "Les frais de structure ne sont pas strictement liés au service : une mise à disposition ne les facture que si la convention les justifie (article D5211-16 du CGCT).");
    internal static readonly RefusalCode CostsLinkUnproven = new(
        "costs.linkUnproven", Told, "« {0} » ne se facture, pour une mise à disposition, que strictement lié au service : joignez le justificatif de chaque ligne (article D5211-16 du CGCT).");

    internal static readonly RefusalCode ValueOutlier = new(
        "value.outlier", Told, "La valeur de {0} ({1}) sort de l’ordinaire : vérifiez-la ({2}).");
    internal static readonly RefusalCode ValueJump = new(
        "value.jump", Told, "La valeur de {0} passe de {1} pour {2} à {3} pour {4}{5} : vérifiez-la.");
}
