using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Savings;

namespace Evaluation.Local.Demonstration;

/// <summary>A pooled service ready to be declared, with all it sends.</summary>
/// <param name="Siren">Its community.</param>
/// <param name="Plan">What it is made from.</param>
/// <param name="Rows">Every value of the two years.</param>
internal sealed record DemonstrationService(string Siren, ServicePlan Plan, IReadOnlyList<DemonstrationRow> Rows)
{
    /// <summary>What is declared.</summary>
    public required MutualisationDocument Document { get; init; }

    /// <summary>The costs and calls of each year.</summary>
    public required IReadOnlyDictionary<int, CostDocument> Costs { get; init; }

    /// <summary>The time before; null when nobody recorded it.</summary>
    public BaselineDocument? Baseline { get; init; }

    /// <summary>Whether the product fetches the values itself.</summary>
    public bool IsPulled => Plan.Document.Source is not null;

    /// <summary>The service of a plan; its documents are read as the product reads them.</summary>
    public static DemonstrationService Of(string siren, Community community, ServicePlan plan)
    {
        var mutualisation = Valid(MutualisationReader.Read(plan.Id, plan.Document, community, Catalogue.Standard));
        var chance = new Chance($"{siren}|{plan.Id}");
        var rows = ActivityLog.Rows(community, mutualisation, plan.Activity(chance), chance).ToList();
        var accounts = new Accounts(community, mutualisation, plan, rows, chance);
        return new DemonstrationService(siren, plan, rows)
        {
            Document = plan.ForecastUnit is { } unit
                ? plan.Document with { Convention = plan.Document.Convention! with { ForecastUnits = accounts.Forecast(unit) } }
                : plan.Document,
            Costs = accounts.Costs(),
            Baseline = plan.Before?.Document(accounts.Members, rows, chance),
        };
    }

    /// <summary>The value of a document of this program.</summary>
    /// <exception cref="InvalidOperationException">The document is wrong: this program has a defect.</exception>
    public static T Valid<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Value ?? throw new InvalidOperationException(string.Join(" ", outcome.Problems));
}
