using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Local.Demonstration;

/// <summary>A pooled service ready to be declared, with all it sends.</summary>
/// <param name="Siren">Its community.</param>
/// <param name="Plan">What is declared.</param>
/// <param name="Rows">Every value of the two years.</param>
internal sealed record DemonstrationService(string Siren, ServicePlan Plan, IReadOnlyList<DemonstrationRow> Rows)
{
    /// <summary>Whether the product fetches the values itself.</summary>
    public bool IsPulled => Plan.Document.Source is not null;

    /// <summary>Everything at once: what its feed answers.</summary>
    public DemonstrationBatch Feed => new() { Source = Plan.Application, Period = "2025", Values = Rows };

    /// <summary>One push per half-year, by the last day of each value's period.</summary>
    public IEnumerable<DemonstrationBatch> Batches =>
        from row in Rows
        group row by HalfYear(row.Period) into half
        orderby half.Key
        select new DemonstrationBatch { Source = Plan.Application, Period = half.Key.ToString(), Values = [.. half] };

    /// <summary>The service of a plan; its documents are read as the product reads them.</summary>
    public static DemonstrationService Of(string siren, Community community, ServicePlan plan)
    {
        var mutualisation = Valid(MutualisationReader.Read(plan.Id, plan.Document, community, Catalogue.Standard));
        var chance = new Chance($"{siren}|{plan.Id}");
        return new DemonstrationService(
            siren, plan, [.. ActivityLog.Rows(community, mutualisation, plan.Activity(chance), chance)]);
    }

    /// <summary>The value of a document of this program.</summary>
    /// <exception cref="InvalidOperationException">The document is wrong: this program has a defect.</exception>
    public static T Valid<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Value ?? throw new InvalidOperationException(string.Join(" ", outcome.Problems));

    private static Period HalfYear(string written)
    {
        _ = Period.TryParse(written, out var period);
        return Period.Of(period.Year, Periodicity.Semiannual, period.LastDay.Month <= 6 ? 1 : 2);
    }
}
