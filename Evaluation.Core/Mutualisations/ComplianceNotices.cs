using Evaluation.Core.Communities;
using Evaluation.Core.French;

namespace Evaluation.Core.Mutualisations;

/// <summary>Something the texts expect of a mutualisation and that its record lacks; it prevents nothing.</summary>
/// <param name="Code">Stable, dotted, in English; listed in docs/api.md.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record ComplianceNotice(string Code, string Message);

/// <summary>
/// What the texts expect of each legal form, told as notices and never as refusals: a record is often filled in after
/// the fact (docs/spec/mutualisations.md).
/// </summary>
public static class ComplianceNotices
{
    /// <summary>The notices of a mutualisation on a day, always in the same order.</summary>
    /// <param name="mutualisation">What is recorded.</param>
    /// <param name="community">Whose it is.</param>
    /// <param name="on">The day whose members and version of the convention count.</param>
    public static IReadOnlyList<ComplianceNotice> Of(Mutualisation mutualisation, Community community, DateOnly on)
    {
        var convention = mutualisation.ConventionOn(on);
        IEnumerable<ComplianceNotice?> notices =
        [
            Agreement(mutualisation, convention, on),
            convention is null ? null : Content(convention),
            .. mutualisation.LegalFormOn(on) switch
            {
                LegalForm.ServiceCommun => SharedService(mutualisation, community, on),
                LegalForm.MiseADispositionService => ServiceProvision(convention),
                LegalForm.PrestationService => [PaidService(convention)],
                LegalForm.PartageDeBiens => [SharedGoods(mutualisation)],
                LegalForm.TransfertCompetence => [Transfer(mutualisation, convention)],
                LegalForm.GroupementCommandes or LegalForm.ReseauThematique or LegalForm.CreationGestionServices => [],
            },
        ];
        return [.. notices.OfType<ComplianceNotice>().Select(n => n with { Message = Typography.Fix(n.Message) })];
    }

    private static ComplianceNotice? Agreement(Mutualisation mutualisation, Convention? convention, DateOnly on) =>
        convention is null && mutualisation.LegalFormOn(on).SharesCosts() && mutualisation.StatusOn(on) is { } status && status.Runs()
            ? new("compliance.convention", "Ce service fonctionne sans convention enregistrée : enregistrez-la.")
            : null;

    private static ComplianceNotice? Content(Convention convention)
    {
        List<string> missing =
        [
            .. convention.Missions.Count == 0 ? ["les missions"] : Array.Empty<string>(),
            .. convention.Means.Count == 0 ? ["les moyens"] : Array.Empty<string>(),
            .. convention.FinancialTerms is null ? ["les modalités financières"] : Array.Empty<string>(),
        ];
        return missing.Count == 0
            ? null
            : new("compliance.content", $"La convention enregistrée ne dit pas {FrenchText.List(missing)} : complétez-la.");
    }

    private static IEnumerable<ComplianceNotice?> SharedService(Mutualisation mutualisation, Community community, DateOnly on)
    {
        var members = community.Members.Where(m => mutualisation.IsActiveOn(m.Siren, on)).ToList();
        var governance = mutualisation.Governance;
        var parties = community.Members.Where(m => m.Siren == mutualisation.Provider || members.Contains(m)).ToList();
        var silent = parties.Where(m => governance.Deliberations.All(d => d.Assembly != m.Siren)).Select(m => m.Name).ToList();
        if (governance.Deliberations.All(d => d.Assembly != community.Siren) && parties.All(m => m.Siren != community.Siren))
        {
            silent.Insert(0, community.Name);
        }

        yield return silent.Count == 0 ? null : new(
            "compliance.deliberations",
            $"Un service commun suppose des délibérations concordantes : enregistrez {FrenchText.Plural(silent.Count, "celle", "celles")} de : {FrenchText.Names(silent)}.");
        yield return governance.StaffCommitteeOpinions.Count > 0 ? null : new(
            "compliance.staffCommittee",
            "Un service commun est soumis à l'avis du comité social territorial (article L. 5211-4-2) : enregistrez cet avis.");
        yield return governance.ImpactSheet is not null || HasLink(mutualisation, LinkKind.FicheImpact) ? null : new(
            "compliance.impactSheet",
            "La convention d'un service commun a pour annexe une fiche d'impact sur les agents (article L. 5211-4-2) : donnez sa référence.");
        var outside = members.Where(m => m.Kind == MemberKind.CommuneExterieure).Select(m => m.Name).ToList();
        yield return outside.Count == 0 ? null : new(
            "compliance.outsideCommune",
            $"Un service commun réunit la communauté, ses communes et leurs établissements (article L. 5211-4-2) : passez une prestation pour {FrenchText.Names(outside)}.");
    }

    private static IEnumerable<ComplianceNotice?> ServiceProvision(Convention? convention)
    {
        yield return convention is not { Settlement: SettlementMode.Gratuit } ? null : new(
            "compliance.free",
            "L'article D. 5211-16 prévoit un remboursement et n'ouvre pas expressément la gratuité : vérifiez ce choix avec la préfecture.");
        yield return convention is null or { ForecastUnits.Count: > 0 } ? null : new(
            "compliance.forecastUnits",
            "La convention donne une prévision d'utilisation en unités de fonctionnement (article D. 5211-16) : ajoutez-la.");
    }

    private static ComplianceNotice? PaidService(Convention? convention) =>
        convention is not { Settlement: SettlementMode.Gratuit } ? null : new(
            "compliance.free", "Une prestation de service est rémunérée : vérifiez que la gratuité est voulue et fondée.");

    private static ComplianceNotice? SharedGoods(Mutualisation mutualisation) =>
        mutualisation.Governance.Reglement is not null || HasLink(mutualisation, LinkKind.Reglement) ? null : new(
            "compliance.reglement",
            "Un partage de biens suppose un règlement de mise à disposition (article L. 5211-4-3) : donnez sa référence.");

    private static ComplianceNotice? Transfer(Mutualisation mutualisation, Convention? convention) =>
        convention is not { Settlement: SettlementMode.AcImputation } || HasLink(mutualisation, LinkKind.RapportClect) ? null : new(
            "compliance.clect",
            "Un transfert imputé sur l'attribution de compensation suppose un rapport de la CLECT (article 1609 nonies C du CGI) : ajoutez son lien.");

    private static bool HasLink(Mutualisation mutualisation, LinkKind kind) =>
        mutualisation.Governance.Links.Any(l => l.Kind == kind);
}
