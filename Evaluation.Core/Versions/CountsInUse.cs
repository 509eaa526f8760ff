using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Versions;

/// <summary>Which counts of inhabitants may bear on a year and the one before.</summary>
/// <param name="community">Whose members.</param>
/// <param name="mutualisation">Whose keys.</param>
/// <param name="year">The later of both years.</param>
internal sealed class CountsInUse(Community community, Mutualisation mutualisation, int year)
{
    private readonly Dictionary<PopulationKind, int> _last = Enum.GetValues<PopulationKind>().ToDictionary(
        kind => kind, kind => HaveOneInCommon(community, kind, year) ? LastNamed(mutualisation, year) : int.MaxValue);

    /// <summary>Whether a count may.</summary>
    public bool Holds(Population population) => population.Year <= _last[population.Kind];

    // Members that share a vintage up to a year are never counted by a later one, for that year or any before.
    private static bool HaveOneInCommon(Community community, PopulationKind kind, int last)
    {
        var counted = community.Members.Where(m => m.Populations.Any(p => p.Kind == kind)).ToList();
        return counted.Count > 0 && counted[0].Populations
            .Where(p => p.Kind == kind && p.Year <= last)
            .Any(p => counted.TrueForAll(m => m.InhabitantsOf(p.Year, kind) is not null));
    }

    private static int LastNamed(Mutualisation mutualisation, int year) => mutualisation.Conventions
        .SelectMany(c => c.Allocation?.Criteria ?? [])
        .Max(c => c.ReferenceYear) is { } named && named > year ? named : year;
}
