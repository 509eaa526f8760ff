using System.Numerics;
using Evaluation.Core.Communities;
using Evaluation.Core.Money;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>An instalment proposed to a member for the months of one bill.</summary>
/// <param name="Member">Who pays.</param>
/// <param name="From">First day of the bill.</param>
/// <param name="CalledOn">Last day of the bill, on which the call is proposed.</param>
/// <param name="Months">Months of the bill in which the member takes part.</param>
/// <param name="Amount">Euros, to the cent.</param>
public sealed record ProposedCall(Siren Member, DateOnly From, DateOnly CalledOn, int Months, decimal Amount)
{
    /// <summary>The call that it becomes once it is taken.</summary>
    public FundsCall ToCall() => new(Member, Amount, CalledOn, CallKind.Provisional);
}

/// <summary>
/// The instalments of a year, proposed: forecast cost ÷ forecast units × units of the member × months of the bill ÷ months of
/// the year (docs/spec/settlement.md). The balance corrects them once the year is known.
/// </summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="BillingMonths">Months between two bills, 1 to 12, from January.</param>
/// <param name="Cost">Forecast cost, euros.</param>
/// <param name="Units">Forecast units of the convention, of all its members.</param>
/// <param name="Calls">By member in the order of the convention, then by bill; never of the provider, never 0.</param>
public sealed record ProposedCalls(int Year, int BillingMonths, decimal Cost, decimal Units, IReadOnlyList<ProposedCall> Calls)
{
    private const int MonthsOfYear = 12;

    /// <summary>What nobody is called for: the part of the provider, and of months in which a member does not take part.</summary>
    public decimal Uncalled => Cost - Calls.Sum(c => c.Amount);

    /// <summary>The proposal for a year.</summary>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="forecast">Its forecast cost, euros; null when none is planned.</param>
    /// <returns>The proposal, or why there is none.</returns>
    public static Outcome<ProposedCalls> Of(Mutualisation mutualisation, int year, decimal? forecast)
    {
        var convention = mutualisation.ConventionsIn(Period.OfYear(year)) is [.., var last] && Runs(last.Convention, year) ? last.Convention : null;
        var payers = convention?.ForecastUnits.Where(f => f.Units > 0).ToList() ?? [];
        var months = payers.Select(p => mutualisation.ActiveMonths(p.Member, year)).ToList();
        var why = convention is null ? Refusals.CallsNoConvention.At("", year)
            : convention.Settlement == SettlementMode.Gratuit ? Refusals.CallsFree.At("")
            : payers.Count == 0 ? Refusals.CallsNoUnits.At("")
            : forecast is not > 0 ? Refusals.CallsNoForecast.At("", year)
            : payers.Zip(months).All(p => p.First.Member == mutualisation.Provider || p.Second == default) ? Refusals.CallsNobody.At("", year)
            : null;
        return Outcome<ProposedCalls>.Of(
            why is null ? [] : [why],
            () => Propose(mutualisation.Provider, year, convention!.BillingMonths, forecast!.Value, [.. payers.Zip(months)]));
    }

    private static ProposedCalls Propose(
        Siren provider, int year, int billing, decimal cost, IReadOnlyList<(ForecastUnits Forecast, MonthSet Months)> payers)
    {
        var bills = Enumerable.Range(0, (MonthsOfYear + billing - 1) / billing)
            .Select(bill => (First: (bill * billing) + 1, Last: Math.Min((bill + 1) * billing, MonthsOfYear)))
            .ToList();
        var scale = Fractions.ScaleOf(payers.Select(p => p.Forecast.Units));
        var units = payers.Select(p => Fractions.Scaled(p.Forecast.Units, scale)).ToList();
        var running = Enumerable.Range(1, MonthsOfYear).Count(m => payers.Any(p => p.Months.Meets(MonthSet.Of(m, m))));

        // One cell for each member and bill, and one for what nobody is called for: together they are the forecast, to the cent.
        var parts = payers.Select(p => bills.Select(b => MonthsIn(p.Months, b)).ToList()).ToList();
        var weights = payers.SelectMany((_, i) => parts[i].Select(n => units[i] * n)).ToList();
        var whole = units.Aggregate(BigInteger.Zero, (sum, u) => sum + u) * running;
        weights.Add(whole - weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w));
        var amounts = LargestRemainder.Split(Cents.Round(cost), weights);
        return new ProposedCalls(
            year,
            billing,
            cost,
            payers.Sum(p => p.Forecast.Units),
            [
                .. payers.SelectMany((p, i) => bills.Select((b, j) => new ProposedCall(
                        p.Forecast.Member,
                        new DateOnly(year, b.First, 1),
                        new DateOnly(year, b.Last, 1).AddMonths(1).AddDays(-1),
                        parts[i][j],
                        amounts[(i * bills.Count) + j])))
                    .Where(c => c.Amount != 0 && c.Member != provider),
            ]);
    }

    private static bool Runs(Convention convention, int year)
    {
        var whole = Period.OfYear(year);
        return convention.StartsOn <= whole.LastDay && (convention.RunsOn(whole.LastDay) || convention.EndsOn >= whole.Start);
    }

    private static int MonthsIn(MonthSet months, (int First, int Last) bill) =>
        Enumerable.Range(bill.First, bill.Last - bill.First + 1).Count(m => months.Meets(MonthSet.Of(m, m)));
}
