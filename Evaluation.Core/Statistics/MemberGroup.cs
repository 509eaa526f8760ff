using Evaluation.Core.Communities;

namespace Evaluation.Core.Statistics;

/// <summary>What members have in common.</summary>
public enum MemberGroupKind
{
    /// <summary>The ville-centre, or villes-centres.</summary>
    VilleCentre,

    /// <summary>Communes that are not the ville-centre.</summary>
    AutresCommunes,

    /// <summary>Communes of about the same population, without the ville-centre.</summary>
    Strate,
}

/// <summary>Members that are looked at together.</summary>
/// <param name="Kind">What they have in common.</param>
/// <param name="Stratum">Which population; null unless they are a stratum.</param>
/// <param name="Members">In the order given, at least one.</param>
public sealed record MemberGroup(MemberGroupKind Kind, PopulationStratum? Stratum, IReadOnlyList<Siren> Members)
{
    /// <summary>The ville-centre against the other communes; nothing unless there are both.</summary>
    public static IReadOnlyList<MemberGroup> CentreAndOthers(IEnumerable<Member> members)
    {
        var communes = members.Where(IsCommune).ToLookup(m => m.IsVilleCentre, m => m.Siren);
        return communes.Count < 2
            ? []
            :
            [
                new(MemberGroupKind.VilleCentre, null, [.. communes[true]]),
                new(MemberGroupKind.AutresCommunes, null, [.. communes[false]]),
            ];
    }

    /// <summary>The communes by stratum of population totale, the smallest first; strata without a commune are left out.</summary>
    /// <param name="members">Of whom communes with a known population are kept, the ville-centre apart.</param>
    /// <param name="year">Whose populations count.</param>
    public static IReadOnlyList<MemberGroup> Strata(IEnumerable<Member> members, int year) =>
        [.. members.Where(m => IsCommune(m) && !m.IsVilleCentre)
            .Select(m => (m.Siren, Population: m.PopulationIn(year, PopulationKind.Totale)?.Inhabitants))
            .Where(m => m.Population is not null)
            .GroupBy(m => PopulationStratum.Of(m.Population!.Value), m => m.Siren)
            .OrderBy(g => g.Key.From)
            .Select(g => new MemberGroup(MemberGroupKind.Strate, g.Key, [.. g]))];

    private static bool IsCommune(Member member) => member.Kind is MemberKind.Commune or MemberKind.CommuneExterieure;
}
