using Evaluation.Core.Communities;

namespace Evaluation.Core.Mutualisations;

/// <summary>Kind of steering body.</summary>
public enum CommitteeKind
{
    /// <summary>Comité de pilotage: decides.</summary>
    Steering,

    /// <summary>Comité technique: prepares.</summary>
    Technical,

    /// <summary>Comité de suivi: follows and reports.</summary>
    Monitoring,
}

/// <summary>What a comité social territorial thinks of the effects on staff (CGCT L5211-4-2).</summary>
public enum StaffOpinion
{
    /// <summary>Avis favorable.</summary>
    Favorable,

    /// <summary>Avis défavorable.</summary>
    Defavorable,

    /// <summary>Avis réservé: favourable under conditions, or divided.</summary>
    Reserve,

    /// <summary>Avis réputé rendu: the committee was asked and did not pronounce.</summary>
    ReputeRendu,
}

/// <summary>What a linked document is.</summary>
public enum LinkKind
{
    /// <summary>The convention or an amendment.</summary>
    Convention,

    /// <summary>A deliberation.</summary>
    Deliberation,

    /// <summary>Fiche d’impact on staff.</summary>
    FicheImpact,

    /// <summary>Règlement de mise à disposition.</summary>
    Reglement,

    /// <summary>Pacte de gouvernance.</summary>
    PacteGouvernance,

    /// <summary>Projet de territoire.</summary>
    ProjetTerritoire,

    /// <summary>Pacte financier et fiscal.</summary>
    PacteFinancier,

    /// <summary>Rapport de la CLECT.</summary>
    RapportClect,

    /// <summary>Organigramme.</summary>
    Organigramme,

    /// <summary>Anything else.</summary>
    Autre,
}

/// <summary>A meeting of a steering body.</summary>
/// <param name="Kind">Which body.</param>
/// <param name="On">Day of the meeting.</param>
/// <param name="Decisions">What it decided, French sentences.</param>
/// <param name="NextActions">What is to be done, French sentences.</param>
public sealed record CommitteeMeeting(
    CommitteeKind Kind, DateOnly On, IReadOnlyList<string> Decisions, IReadOnlyList<string> NextActions);

/// <summary>A decision of the assembly of a party.</summary>
/// <param name="Assembly">Whose assembly: a member or the community.</param>
/// <param name="Number">Reference of the act.</param>
/// <param name="On">Day of the vote.</param>
public sealed record Deliberation(Siren Assembly, string Number, DateOnly On);

/// <summary>The opinion of the comité social territorial of a party.</summary>
/// <param name="Committee">Whose committee: a member or the community.</param>
/// <param name="On">Day of the meeting.</param>
/// <param name="Opinion">What it said.</param>
public sealed record StaffCommitteeOpinion(Siren Committee, DateOnly On, StaffOpinion Opinion);

/// <summary>A document kept elsewhere.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">French title.</param>
/// <param name="Address">Absolute, http or https.</param>
public sealed record DocumentLink(LinkKind Kind, string Title, Uri Address);

/// <summary>
/// Who steers a service and what was decided. People are named by their function alone; what is not recorded is null or
/// empty.
/// </summary>
public sealed record Governance
{
    /// <summary>Function of the élu porteur, such as « vice-présidence à la mutualisation ».</summary>
    public required string? Sponsor { get; init; }

    /// <summary>Address of the service, not of a person.</summary>
    public required string? ContactMailbox { get; init; }

    /// <summary>Cost centre in the provider’s accounts.</summary>
    public required string? CostCentre { get; init; }

    /// <summary>Who employs and evaluates the staff (autorité hiérarchique).</summary>
    public required string? HierarchicalAuthority { get; init; }

    /// <summary>Who directs their work (autorité fonctionnelle): for a mayor’s acts, the mayor (CGCT L5211-4-2).</summary>
    public required string? FunctionalAuthority { get; init; }

    /// <summary>Reference of the fiche d’impact.</summary>
    public required string? ImpactSheet { get; init; }

    /// <summary>Reference of the règlement de mise à disposition of shared goods (CGCT L5211-4-3).</summary>
    public required string? Reglement { get; init; }

    /// <summary>Meetings, in document order.</summary>
    public required IReadOnlyList<CommitteeMeeting> Committees { get; init; }

    /// <summary>Deliberations, in document order.</summary>
    public required IReadOnlyList<Deliberation> Deliberations { get; init; }

    /// <summary>Opinions, in document order.</summary>
    public required IReadOnlyList<StaffCommitteeOpinion> StaffCommitteeOpinions { get; init; }

    /// <summary>Linked documents, in document order.</summary>
    public required IReadOnlyList<DocumentLink> Links { get; init; }

    /// <summary>
    /// Meetings of a year, of every committee; null while none is recorded of that year or of one before: a record that
    /// begins later says nothing of it.
    /// </summary>
    public int? MeetingsIn(int year) => Committees.Any(c => c.On.Year <= year) ? Committees.Count(c => c.On.Year == year) : null;
}
