namespace Evaluation.Core.Communities;

/// <summary>Kind of intercommunal body with its own tax (EPCI à fiscalité propre).</summary>
public enum CommunityKind
{
    /// <summary>Communauté de communes.</summary>
    CommunauteDeCommunes,

    /// <summary>Communauté d’agglomération.</summary>
    CommunauteAgglomeration,

    /// <summary>Communauté urbaine.</summary>
    CommunauteUrbaine,

    /// <summary>Métropole.</summary>
    Metropole,
}

/// <summary>
/// How the community taxes. Settlement on the attribution de compensation exists only under the single business tax
/// (CGI 1609 nonies C).
/// </summary>
public enum FiscalRegime
{
    /// <summary>Fiscalité professionnelle unique.</summary>
    Fpu,

    /// <summary>Fiscalité additionnelle.</summary>
    Fa,
}

/// <summary>French words for the kinds.</summary>
public static class CommunityKinds
{
    /// <summary>« métropole », « communauté d’agglomération »…</summary>
    public static string Label(this CommunityKind kind) => kind switch
    {
        CommunityKind.CommunauteDeCommunes => "communauté de communes",
        CommunityKind.CommunauteAgglomeration => "communauté d’agglomération",
        CommunityKind.CommunauteUrbaine => "communauté urbaine",
        CommunityKind.Metropole => "métropole",
    };
}
