namespace Evaluation.Core.Mutualisations;

/// <summary>The legal shape of a pooled service.</summary>
public enum LegalForm
{
    /// <summary>Service commun, CGCT L5211-4-2.</summary>
    ServiceCommun,

    /// <summary>Mise à disposition de services, CGCT L5211-4-1.</summary>
    MiseADispositionService,

    /// <summary>Prestation de service, paid, shown in an annexed budget.</summary>
    PrestationService,

    /// <summary>Partage de biens, CGCT L5211-4-3.</summary>
    PartageDeBiens,

    /// <summary>Groupement de commandes: joint purchasing, no cost key.</summary>
    GroupementCommandes,

    /// <summary>Réseau thématique: no cost key.</summary>
    ReseauThematique,

    /// <summary>Transfert de compétence: the service follows.</summary>
    TransfertCompetence,

    /// <summary>Création ou gestion d’équipements ou de services par convention, CGCT L5215-27, L5216-7-1, L5217-7.</summary>
    CreationGestionServices,
}

/// <summary>French words and rules of the legal forms.</summary>
public static class LegalForms
{
    /// <summary>« service commun », « prestation de service »…</summary>
    public static string Label(this LegalForm form) => form switch
    {
        LegalForm.ServiceCommun => "service commun",
        LegalForm.MiseADispositionService => "mise à disposition de services",
        LegalForm.PrestationService => "prestation de service",
        LegalForm.PartageDeBiens => "partage de biens",
        LegalForm.GroupementCommandes => "groupement de commandes",
        LegalForm.ReseauThematique => "réseau thématique",
        LegalForm.TransfertCompetence => "transfert de compétence",
        LegalForm.CreationGestionServices => "création ou gestion de services par convention",
    };

    /// <summary>« du service commun », « de la prestation de service »…</summary>
    public static string OfLabel(this LegalForm form) => form switch
    {
        LegalForm.MiseADispositionService or LegalForm.PrestationService or LegalForm.CreationGestionServices =>
            $"de la {form.Label()}",
        LegalForm.ServiceCommun or LegalForm.PartageDeBiens or LegalForm.GroupementCommandes
            or LegalForm.ReseauThematique or LegalForm.TransfertCompetence => $"du {form.Label()}",
    };

    /// <summary>Whether members share a cost: purchasing groups and networks are followed by indicators only.</summary>
    public static bool SharesCosts(this LegalForm form) =>
        form is not (LegalForm.GroupementCommandes or LegalForm.ReseauThematique);

    /// <summary>
    /// Whether amounts may be taken off the attribution de compensation: services communs (CGCT L5211-4-2) and
    /// transfers of competence (CGI 1609 nonies C). Every other form is reimbursed (D5211-16) or free.
    /// </summary>
    public static bool MaySettleOnAllowance(this LegalForm form) =>
        form is LegalForm.ServiceCommun or LegalForm.TransfertCompetence;
}
