namespace Evaluation.Core.Costs;

/// <summary>
/// The unit cost announced to beneficiaries before the year is known: forecast cost ÷ forecast units of the
/// convention, and the day by which it is told (CGCT D5211-16, docs/spec/costs.md).
/// </summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Cost">Forecast cost, in euros.</param>
/// <param name="Units">Forecast units of the convention.</param>
/// <param name="Value">Euros per unit, 4 decimals, half away from zero; null without units.</param>
/// <param name="DueOn">Last day on which it is told in time.</param>
public sealed record UnitCostForecast(int Year, decimal Cost, decimal Units, decimal? Value, DateOnly DueOn)
{
    private const int MonthsAfterSignature = 3;
    private const int UnitCostDecimals = 4;
    private const int RenewalYear = 2026;
    private const int YearsOfMandate = 6;

    /// <summary>The forecast of a year.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="cost">Forecast cost, in euros.</param>
    /// <param name="units">Forecast units, 0 or more.</param>
    /// <param name="signedOn">Day on which the convention was signed.</param>
    /// <param name="firstYear">First fiscal year of the convention.</param>
    public static UnitCostForecast Of(int year, decimal cost, decimal units, DateOnly signedOn, int firstYear) => new(
        year,
        cost,
        units,
        UnitCost(cost, units),
        year <= firstYear ? signedOn.AddMonths(MonthsAfterSignature) : BudgetDate(year));

    /// <summary>Cost ÷ units, euros per unit, 4 decimals, half away from zero; null without units.</summary>
    public static decimal? UnitCost(decimal cost, decimal units) =>
        units > 0 ? decimal.Round(cost / units, UnitCostDecimals, MidpointRounding.AwayFromZero) : null;

    /// <summary>Last day to adopt the budget (CGCT L1612-2): 15 April, 30 April in a year of municipal elections.</summary>
    public static DateOnly BudgetDate(int year) => new(year, 4, IsRenewal(year) ? 30 : 15);

    /// <summary>Whether municipal councils are renewed in the year: 2026 and every six years.</summary>
    public static bool IsRenewal(int year) => (year - RenewalYear) % YearsOfMandate == 0;
}
