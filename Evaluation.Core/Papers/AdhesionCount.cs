using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;

namespace Evaluation.Core.Papers;

/// <summary>The communes that take part in services on 31 December, each counted once a service.</summary>
/// <param name="Services">Services in force in the year.</param>
/// <param name="Adhesions">Communes × services in which they take part.</param>
/// <param name="Possible">Communes of the community × services.</param>
public sealed record AdhesionCount(int Services, int Adhesions, int Possible)
{
    /// <summary>Part of the possible ones, percent, one decimal; null when none is possible.</summary>
    public decimal? Rate => Possible == 0 ? null : decimal.Round((decimal)Adhesions / Possible * 100, 1, MidpointRounding.AwayFromZero);

    /// <summary>The count of a year, from dated memberships.</summary>
    public static AdhesionCount In(int year, Community community, IEnumerable<ServiceYears> services)
    {
        var perimeters = services.Select(s => s.Mutualisation).Where(m => m.WhyNotEvaluated(year) is null)
            .Select(m => Perimeter.Of(community, m, year))
            .ToList();
        return new AdhesionCount(
            perimeters.Count, perimeters.Sum(p => p.CommunesAtEnd), perimeters.Sum(p => p.EligibleCommunes));
    }
}
