using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Papers.Statements;

/// <summary>What a unit is forecast to cost in a year: forecast cost ÷ forecast units of the convention (CGCT D5211-16).</summary>
/// <param name="Cost">Forecast cost, euros; null when none is planned.</param>
/// <param name="ByMember">Forecast units of the convention; empty when it states none.</param>
/// <param name="Unit">What is counted; null when the key measures no single unit.</param>
internal sealed record ForecastUnitCost(decimal? Cost, IReadOnlyList<ForecastUnits> ByMember, PaperUnit? Unit)
{
    private const int Cents = 2;

    /// <summary>Whether units alone make what a member owes: no other criterion, no floor, ceiling, relief or franchise.</summary>
    public required bool IsPriced { get; init; }

    /// <summary>All forecast units; null when the convention states none.</summary>
    public decimal? Units => ByMember.Count == 0 ? null : ByMember.Sum(m => m.Units);

    /// <summary>Euros a unit, four decimals, half away from zero; null when it cannot be established.</summary>
    public decimal? Value => Cost is { } cost && Units is { } units ? UnitCostForecast.UnitCost(cost, units) : null;

    /// <summary>Why there is no value, a clause; null when there is one.</summary>
    public string? WhyNone => Value is not null ? null
        : ByMember.Count == 0 ? "la convention ne prévoit pas d’unités"
        : Cost is null ? "aucun coût n’est prévu"
        : "les unités prévues sont nulles";

    /// <summary>The last day on which it is told in time; null when it is not known.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>The forecast of a year.</summary>
    public static ForecastUnitCost Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var convention = dossier.ConventionOf(dossier.Year);
        return new ForecastUnitCost(
            evaluation.Costs?.Forecast, convention?.ForecastUnits ?? [], PaperUnit.Of(convention?.Allocation, dossier.Catalogue))
        {
            DueOn = evaluation.UnitCostForecast()?.DueOn,
            IsPriced = convention?.Allocation is { SingleUnit: not null } key && IsPlain(key),
        };
    }

    /// <summary>Forecast units of a member; null when the convention states none for it.</summary>
    public decimal? UnitsOf(Siren member) => ByMember.FirstOrDefault(m => m.Member == member)?.Units;

    /// <summary>
    /// Its forecast units at the forecast unit cost, euros to the cent; null when one is not known, or when other terms of the
    /// key would make it owe something else.
    /// </summary>
    public decimal? AmountOf(Siren member) => IsPriced && UnitsOf(member) is { } units && Value is { } value
        ? decimal.Round(units * value, Cents, MidpointRounding.AwayFromZero)
        : null;

    private static bool IsPlain(AllocationKey key) => key is
    {
        Method: AllocationMethod.Split or AllocationMethod.UnitPrice,
        Floor: null, Ceiling: null, GrowthCap: null, FranchiseUnits: 0, Solidarity: null, ProgressiveEntry.Count: 0, Capacity: null,
    };
}
