using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>What a year of a mutualisation was: who, what, how well, at what cost, who pays. Nothing is rounded.</summary>
/// <param name="Dossier">What it was computed from.</param>
/// <param name="Perimeter">Who took part.</param>
/// <param name="Indicators">Followed indicators, in the mutualisation’s order.</param>
/// <param name="Completeness">What was received of what was due.</param>
/// <param name="Costs">The full cost; null when no line is known.</param>
/// <param name="Allocation">The split among members, or why there is none.</param>
/// <param name="PreviousAllocation">The same for the year before.</param>
/// <param name="Savings">Against the time before pooling.</param>
public record YearFacts(
    Dossier Dossier,
    Perimeter Perimeter,
    IReadOnlyList<IndicatorResult> Indicators,
    Completeness Completeness,
    CostResult? Costs,
    AllocationOutcome Allocation,
    AllocationOutcome PreviousAllocation,
    SavingsResult Savings)
{
    // Those of the dossier and those that the registers give.
    private ValueBook Values { get; init; } = Dossier.Values;

    /// <summary>Why the year is not evaluated, one French sentence; null when the service was in force.</summary>
    public string? WhyNotEvaluated { get; } = Dossier.Mutualisation.WhyNotEvaluated(Dossier.Year);

    /// <summary>The end of the service, decided or past; null while it goes on.</summary>
    public ServiceEnd? End { get; } = ServiceEnd.Of(Dossier.Mutualisation, Dossier.AsOf);

    /// <summary>Whether the year is over at the date of the data.</summary>
    public bool IsYearOver => Period.OfYear(Dossier.Year).LastDay < Dossier.AsOf;

    /// <summary>The recommendations of the evaluation of the year before, and what became of them.</summary>
    public IReadOnlyList<Recommendation> FollowedUp =>
        [.. Dossier.Mutualisation.Recommendations.Where(r => r.Year == Dossier.Year - 1)];

    /// <summary>The facts of a dossier’s year: pure, the same every time.</summary>
    public static YearFacts Of(Dossier dossier)
    {
        var perimeter = Perimeter.Of(dossier.Community, dossier.Mutualisation, dossier.Year);
        var perimeterBefore = Perimeter.Of(dossier.Community, dossier.Mutualisation, dossier.Year - 1);
        var allocationBefore = YearAllocation.Of(dossier, dossier.Year - 1, perimeterBefore, null);
        var allocation = YearAllocation.Of(dossier, dossier.Year, perimeter, allocationBefore);
        var savings = YearSavings.Of(
            dossier,
            perimeter,
            allocation.Allocation,
            new IndicatorAggregation(dossier.Values, dossier.Mutualisation, dossier.Catalogue));
        var values = dossier.Values.With(
        [
            .. DerivedValues.Of(dossier, dossier.Year, perimeter, allocation.Allocation, savings),
            .. DerivedValues.Of(dossier, dossier.Year - 1, perimeterBefore, allocationBefore.Allocation, null),
        ]);
        var indicators = new IndicatorEvaluation(dossier, values, perimeter, perimeterBefore);
        var facts = new YearFacts(
            dossier,
            perimeter,
            [.. dossier.Mutualisation.Followed.Select(indicators.Of)],
            Completeness.Of(dossier),
            CostResult.Of(dossier, perimeter),
            allocation,
            allocationBefore,
            savings);
        return facts with { Values = values };
    }

    /// <summary>The result of a followed indicator; null when it is not followed.</summary>
    public IndicatorResult? Find(string code) => Indicators.FirstOrDefault(i => i.Definition.Code == code);

    /// <summary>What the value of each followed indicator over the year and all members is made of, in their order.</summary>
    public IReadOnlyList<IndicatorTrace> Traces()
    {
        var aggregation = Aggregation();
        var counted = aggregation.In(Dossier.Year, [.. Perimeter.Participants.Select(p => p.Member.Siren)]);
        return [.. Indicators.Select(i => aggregation.Trace(i.Definition, Period.OfYear(Dossier.Year), counted))];
    }

    /// <summary>The value of an indicator over a window of the year and some members; null when nothing is known.</summary>
    internal decimal? Over(IndicatorDefinition definition, Period window, IReadOnlyList<Siren> members) =>
        Aggregation().Over(definition, window, members);

    /// <summary>The ville-centre against the other communes, then communes by population; none at service level.</summary>
    public IReadOnlyList<GroupResult> GroupsOf(IndicatorDefinition definition)
    {
        IReadOnlyList<Member> members = [.. Perimeter.Participants.Select(p => p.Member)];
        var year = Period.OfYear(Dossier.Year);
        var due = new DueValues(Dossier);
        return GroupResult.Of(
            Aggregation(),
            definition,
            year,
            [.. MemberGroup.CentreAndOthers(members), .. MemberGroup.Strata(members, Dossier.Year)],
            counted => due.IsPartial(definition, year, counted));
    }

    /// <summary>The yearly statement (état annuel, D5211-16); null while the cost is not shared.</summary>
    public AnnualStatement? Statement() =>
        Allocation.Allocation is { } shared && Dossier.CostsOf(Dossier.Year) is { } costs && Settlement() is { } settlement
            ? AnnualStatement.Of(
                costs,
                shared,
                settlement,
                MemberUses.Of(
                    Dossier.Values, Dossier.Mutualisation, Dossier.Catalogue, Dossier.Year, YearAllocation.KeysOf(Dossier, Dossier.Year)),
                [.. Dossier.Settled.CarriedTo(Dossier.Year).Where(c => c.Payer != Dossier.Mutualisation.Provider)],
                Dossier.AsOf)
            : null;

    /// <summary>What each owes, was called and has still to settle for the year; null while the cost is not shared.</summary>
    public Settlement? Settlement() =>
        Allocation.Allocation is { } shared
        && Dossier.CostsOf(Dossier.Year) is { } costs
        && Dossier.ConventionOf(Dossier.Year) is { } convention
            ? Core.Costs.Settlement.Of(
                Dossier.Year,
                convention.Settlement,
                shared.Shares,
                costs.Calls,
                Dossier.Settled,
                Dossier.Mutualisation.Provider,
                Dossier.Community)
            : null;

    /// <summary>
    /// The unit cost that was to be announced for the year; null without a forecast of cost and units, or a date of signature.
    /// </summary>
    public UnitCostForecast? UnitCostForecast() =>
        Dossier.ConventionOf(Dossier.Year) is { SignedOn: { } signedOn, ForecastUnits: { Count: > 0 } forecast } convention
        && Dossier.CostsOf(Dossier.Year)?.Total(CostStage.Forecast) is { } cost
            ? Core.Costs.UnitCostForecast.Of(Dossier.Year, cost, forecast.Sum(f => f.Units), signedOn, convention.StartsOn.Year)
            : null;

    private IndicatorAggregation Aggregation() => new(Values, Dossier.Mutualisation, Dossier.Catalogue);
}
