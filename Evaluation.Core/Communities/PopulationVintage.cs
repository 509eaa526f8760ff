namespace Evaluation.Core.Communities;

/// <summary>Which vintage of a population counts for several members at once: never two in one sum or one split.</summary>
public static class PopulationVintage
{
    /// <summary>
    /// The latest vintage not after a year that all members with a count have, else the earliest one after it; when they
    /// have none in common, the one that any has, and those without it have no value. Null when no count is known.
    /// </summary>
    /// <param name="members">Who is summed or compared; who has no count of the kind does not matter.</param>
    /// <param name="kind">Which count.</param>
    /// <param name="year">The year for which it counts.</param>
    public static int? For(IEnumerable<Member> members, PopulationKind kind, int year)
    {
        var known = members.Select(m => m.Populations.Where(p => p.Kind == kind).Select(p => p.Year).ToHashSet())
            .Where(years => years.Count > 0)
            .ToList();
        var all = known.SelectMany(years => years).Distinct().Order().ToList();
        var common = all.FindAll(y => known.TrueForAll(years => years.Contains(y)));
        var candidates = common.Count > 0 ? common : all;
        return candidates.Count == 0 ? null
            : candidates.Exists(y => y <= year) ? candidates.FindLast(y => y <= year)
            : candidates[0];
    }
}
