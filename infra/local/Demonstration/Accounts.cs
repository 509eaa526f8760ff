using System.Globalization;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Local.Demonstration;

/// <summary>Plays the finance department: what it called and forecast follows from costs and values, by the product’s own rules.</summary>
internal sealed class Accounts(
    Community community, Mutualisation mutualisation, ServicePlan plan, IReadOnlyList<DemonstrationRow> rows, Chance chance)
{
    /// <summary>Whoever takes part at any time, in the community’s order.</summary>
    public IReadOnlyList<Member> Members { get; } =
        [.. community.Members.Where(m => mutualisation.Memberships.Any(ship => ship.Member == m.Siren))];

    private const decimal PriceRise = 1.02m;
    private const int Hundred = 100;

    /// <summary>
    /// The plan’s costs with the calls of each year; where the convention forecasts units, what is planned for the year that runs
    /// too, for which nothing is called yet.
    /// </summary>
    public IReadOnlyDictionary<int, CostDocument> Costs()
    {
        var costs = Called().ToDictionary();
        if (plan.ForecastUnit is not null)
        {
            costs[2026] = new CostDocument
            {
                Lines =
                [
                    .. plan.Costs[2025].Lines!.Where(l => l.Stage == DomainCode.Of(CostStage.Forecast)).Select(l => l with
                    {
                        Amount = decimal.Round(l.Amount!.Value * PriceRise / Hundred, 0, MidpointRounding.AwayFromZero) * Hundred,
                    }),
                ],
            };
        }

        return costs;
    }

    private IReadOnlyDictionary<int, CostDocument> Called()
    {
        if (plan.Calls is not { } calls)
        {
            return plan.Costs;
        }

        var years = plan.Costs.ToDictionary(c => c.Key, c => DemonstrationService.Valid(CostReader.Read(c.Key, c.Value, community)));
        var evaluation = AnnualEvaluation.Of(new Dossier(
            community,
            mutualisation,
            Catalogue.Standard,
            2025,
            DateOnly.FromDateTime(SimulatedClock.Today.UtcDateTime),
            new ValueBook(rows.Select(Value)),
            [.. years.Values]));
        return plan.Costs.ToDictionary(c => c.Key, c =>
        {
            var outcome = c.Key == 2025 ? evaluation.Allocation : evaluation.PreviousAllocation;
            var shares = outcome.Allocation?.Shares.Where(s => s.Member.Siren != mutualisation.Provider).ToList()
                ?? throw new InvalidOperationException($"{plan.Id}, {c.Key}: {outcome.Obstacle}");
            return c.Value with { Calls = calls.Of(c.Key, years[c.Key], shares, chance) };
        });
    }

    /// <summary>Forecast use of a year, near what was counted in the first one.</summary>
    public IReadOnlyList<ForecastUnitsDocument> Forecast(string unit) =>
    [
        .. Members.Select(member => new ForecastUnitsDocument
        {
            Member = member.SortKey,
            Units = decimal.Round(
                YearlyCount.Of(rows, unit, member) * chance.Around(1.02m, 0.07m, $"units|{member.SortKey}"),
                0,
                MidpointRounding.AwayFromZero),
        }),
    ];

    private IndicatorValue Value(DemonstrationRow row)
    {
        _ = Period.TryParse(row.Period, out var period);
        return new IndicatorValue(
            new ValueKey(row.Indicator, community.Find(row.Member)?.Siren, period),
            decimal.Parse(row.Value, CultureInfo.InvariantCulture),
            ValueStatus.Final,
            ValueQuality.Measured);
    }
}
