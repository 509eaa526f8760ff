using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Something the texts, or the record itself, expect of a mutualisation and that the record lacks; it prevents nothing.</summary>
/// <param name="Code">Stable, dotted, in English; listed in docs/api.md.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record ComplianceNotice(string Code, string Message)
{
    internal static ComplianceNotice Of(RefusalCode code, params ReadOnlySpan<object?> about) => new(code.Code, code.Say(about));
}

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
            convention?.Allocation is { } key ? KeyIndicators(mutualisation, key) : null,
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
            ? ComplianceNotice.Of(Refusals.ComplianceConvention)
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
            : ComplianceNotice.Of(Refusals.ComplianceContent, FrenchText.List(missing));
    }

    // What a key counts is expected and shared by, and stands in no table of results unless it is followed too.
    private static ComplianceNotice? KeyIndicators(Mutualisation mutualisation, AllocationKey key)
    {
        var followed = mutualisation.Followed.SelectMany(f => Catalogue.PartsOf(f.Definition).Prepend(f.Definition.Code)).ToHashSet(StringComparer.Ordinal);
        var counted = key.Indicators.Where(code => !followed.Contains(code)).Order(StringComparer.Ordinal).ToList();
        return counted.Count == 0 ? null : ComplianceNotice.Of(
            Refusals.ComplianceKeyIndicator,
            FrenchText.List(counted),
            FrenchText.Plural(counted.Count, "ajoutez ce code pour que son résultat soit montré", "ajoutez ces codes pour que leurs résultats soient montrés"));
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

        yield return silent.Count == 0 ? null : ComplianceNotice.Of(
            Refusals.ComplianceDeliberations, FrenchText.Plural(silent.Count, "celle", "celles"), FrenchText.Names(silent));
        yield return governance.StaffCommitteeOpinions.Count > 0 ? null : ComplianceNotice.Of(Refusals.ComplianceStaffCommittee);
        yield return governance.ImpactSheet is not null || HasLink(mutualisation, LinkKind.FicheImpact) ? null : ComplianceNotice.Of(
            Refusals.ComplianceImpactSheet);
        var outside = members.Where(m => m.Kind == MemberKind.CommuneExterieure).Select(m => m.Name).ToList();
        yield return outside.Count == 0 ? null : ComplianceNotice.Of(Refusals.ComplianceOutsideCommune, FrenchText.Names(outside));
    }

    private static IEnumerable<ComplianceNotice?> ServiceProvision(Convention? convention)
    {
        yield return convention is not { Settlement: SettlementMode.Gratuit } ? null : ComplianceNotice.Of(Refusals.ComplianceFree);
        yield return convention is null or { ForecastUnits.Count: > 0 } ? null : ComplianceNotice.Of(Refusals.ComplianceForecastUnits);
    }

    private static ComplianceNotice? PaidService(Convention? convention) =>
        convention is not { Settlement: SettlementMode.Gratuit } ? null : ComplianceNotice.Of(Refusals.ComplianceFreeService);

    private static ComplianceNotice? SharedGoods(Mutualisation mutualisation) =>
        mutualisation.Governance.Reglement is not null || HasLink(mutualisation, LinkKind.Reglement) ? null : ComplianceNotice.Of(
            Refusals.ComplianceReglement);

    private static ComplianceNotice? Transfer(Mutualisation mutualisation, Convention? convention) =>
        convention is not { Settlement: SettlementMode.AcImputation } || HasLink(mutualisation, LinkKind.RapportClect) ? null : ComplianceNotice.Of(
            Refusals.ComplianceClect);

    private static bool HasLink(Mutualisation mutualisation, LinkKind kind) =>
        mutualisation.Governance.Links.Any(l => l.Kind == kind);
}
