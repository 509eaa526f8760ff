namespace Evaluation.Core.Communities;

/// <summary>What kind of body takes part.</summary>
public enum MemberKind
{
    /// <summary>A commune of the community.</summary>
    Commune,

    /// <summary>The community itself or another EPCI.</summary>
    Epci,

    /// <summary>Centre communal d’action sociale.</summary>
    Ccas,

    /// <summary>Centre intercommunal d’action sociale.</summary>
    Cias,

    /// <summary>A syndicat.</summary>
    Syndicat,

    /// <summary>A commune that does not belong to the community.</summary>
    CommuneExterieure,

    /// <summary>Any other public body.</summary>
    Autre,
}

/// <summary>Which count of inhabitants a figure is.</summary>
public enum PopulationKind
{
    /// <summary>Population municipale.</summary>
    Municipale,

    /// <summary>Population totale: municipale plus comptée à part.</summary>
    Totale,

    /// <summary>Population DGF: totale plus second homes and travellers’ places.</summary>
    Dgf,
}

/// <summary>An official count of inhabitants, dated and sourced because counts contradict each other.</summary>
/// <param name="Kind">Which count.</param>
/// <param name="Year">The year it is in force.</param>
/// <param name="Inhabitants">Whole number, 0 or more.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Population(PopulationKind Kind, int Year, int Inhabitants, string Source);

/// <summary>How many agents a body employs, dated and sourced.</summary>
/// <param name="Year">The year, on 31 December.</param>
/// <param name="Count">Whole number, 0 or more.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record AgentCount(int Year, int Count, string Source);

/// <summary>A public body that takes part in the pooling of services.</summary>
/// <param name="Siren">Its number: the identity.</param>
/// <param name="InseeCode">Commune code, an alias accepted wherever a member is named; null for other bodies.</param>
/// <param name="Name">Official name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsVilleCentre">Whether it is the ville-centre, shown apart in comparisons.</param>
/// <param name="Populations">Known counts, any order.</param>
public sealed record Member(
    Siren Siren,
    string? InseeCode,
    string Name,
    MemberKind Kind,
    bool IsVilleCentre,
    IReadOnlyList<Population> Populations)
{
    /// <summary>Known counts of agents, any order, one a year at most.</summary>
    public IReadOnlyList<AgentCount> Agents { get; init; } = [];

    /// <summary>Address that transmitted reports are told to; null when it is not recorded.</summary>
    public string? Mailbox { get; init; }

    /// <summary>INSEE code if any, else SIREN: the order in which members are told. It breaks no tie: it may change.</summary>
    public string SortKey => InseeCode ?? Siren.ToString();

    /// <summary>
    /// The count in force in a year: the latest vintage not after it, else the earliest one known; null if none.
    /// </summary>
    public Population? PopulationIn(int year, PopulationKind kind) =>
        Populations.Where(p => p.Kind == kind && p.Year <= year).MaxBy(p => p.Year)
        ?? Populations.Where(p => p.Kind == kind).MinBy(p => p.Year);

    /// <summary>The inhabitants of a vintage; null when it is not known.</summary>
    public int? InhabitantsOf(int vintage, PopulationKind kind) =>
        Populations.FirstOrDefault(p => p.Kind == kind && p.Year == vintage)?.Inhabitants;

    /// <summary>
    /// The count of agents of a year: the latest one not after it; null if none. A later count says nothing of a year
    /// before it.
    /// </summary>
    public AgentCount? AgentsIn(int year) => Agents.Where(a => a.Year <= year).MaxBy(a => a.Year);
}
