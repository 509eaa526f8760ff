using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>Shares the cost of a year by the keys that its conventions give, span by span.</summary>
internal static class YearAllocation
{
    /// <summary>The shares, or why there are none.</summary>
    /// <param name="dossier">Where conventions, costs and values are read.</param>
    /// <param name="year">Fiscal year shared.</param>
    /// <param name="perimeter">Of that year.</param>
    /// <param name="before">The year before, for limits on growth; null when it is not known.</param>
    public static AllocationOutcome Of(Dossier dossier, int year, Perimeter perimeter, AllocationOutcome? before)
    {
        if (KeysOf(dossier, year) is not { Count: > 0 } keys)
        {
            return AllocationOutcome.Prevented(AllocationObstacle.NoKey);
        }

        if (dossier.CostsOf(year)?.ToShare() is not { } cost)
        {
            return AllocationOutcome.Prevented(AllocationObstacle.NoCost);
        }

        var contributors = new SpanContributors(dossier, year, perimeter, before?.Allocation);
        return CostAllocation.Share(cost, [.. keys.Select(contributors.Of)], perimeter.DaysInYear);
    }

    /// <summary>
    /// The keys of a year with their days; none when a part of the year has no key. An amendment that changes nothing of
    /// how the cost is shared does not divide the year.
    /// </summary>
    public static IReadOnlyList<KeySpan> KeysOf(Dossier dossier, int year)
    {
        var versions = dossier.Mutualisation.ConventionsIn(Period.OfYear(year));
        return dossier.Mutualisation.LegalFormIn(year).SharesCosts() && versions.All(v => v.Convention.Allocation is not null)
            ? KeySpan.Joined(versions.Select(v => new KeySpan(v.From, v.To, v.Convention.Allocation!)))
            : [];
    }
}
