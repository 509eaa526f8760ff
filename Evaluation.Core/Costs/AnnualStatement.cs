using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Costs;

/// <summary>A use of the service turned into units of functioning.</summary>
/// <param name="Period">When.</param>
/// <param name="Indicator">What was counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Weight">Units for one; 1 for a plain unit.</param>
public sealed record Use(Period Period, string Indicator, decimal Quantity, decimal Weight)
{
    /// <summary>Days of the year for which a state counts; null for what adds up.</summary>
    public int? Days { get; init; }

    /// <summary>Quantity × weight; for a state, × its days ÷ those of the year.</summary>
    public decimal Units => Days is { } days
        ? Quantity * Weight * days / (DateTime.IsLeapYear(Period.Year) ? 366 : 365)
        : Quantity * Weight;
}

/// <summary>A call as the yearly statement tells it.</summary>
/// <param name="Call">Its name.</param>
/// <param name="Kind">Instalment or régularisation.</param>
/// <param name="CalledOn">Day of the titre or of the imputation.</param>
/// <param name="Amount">Euros, to the cent; negative for what is paid back.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when, as the accountant said; null while nobody said.</param>
/// <param name="Comment">What there is to say of it; null for nothing.</param>
public sealed record StatedCall(
    string Call, CallKind Kind, DateOnly CalledOn, decimal Amount, CallState State, DateOnly? Since, string? Comment)
{
    /// <summary>The calls of a year, by member, each in document order.</summary>
    /// <param name="calls">All of them.</param>
    /// <param name="asOf">Local date on which they are told.</param>
    public static ILookup<Siren, StatedCall> Of(IReadOnlyList<FundsCall> calls, DateOnly asOf) => FundsCall.Named(calls).ToLookup(
        c => c.Call.Member,
        c => new StatedCall(
            c.Id, c.Call.Kind, c.Call.CalledOn, c.Call.Amount, c.Call.StateOn(asOf), c.Call.Standing?.On, c.Call.Standing?.Comment));
}

/// <summary>The part of a member in the yearly statement.</summary>
/// <param name="Member">Who.</param>
/// <param name="Uses">By period, then indicator; empty for a member that has left, or a key that measures nothing.</param>
/// <param name="Share">What it owes and why; null for a member that only has calls.</param>
/// <param name="Balance">Called, actual, balance; null for the provider, that is billed nothing.</param>
public sealed record MemberStatement(Siren Member, IReadOnlyList<Use> Uses, MemberShare? Share, MemberBalance? Balance)
{
    /// <summary>What was called from it, in document order.</summary>
    public IReadOnlyList<StatedCall> Calls { get; init; } = [];

    /// <summary>Units of the year: Σ uses.</summary>
    public decimal Units => Uses.Sum(u => u.Units);
}

/// <summary>The yearly statement (état annuel, CGCT D5211-16): uses in units, unit cost, costs, amounts, settlement.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="UnitCost">Euros per unit, 4 decimals; null when no single unit is measured.</param>
/// <param name="Lines">Cost lines of the stage that is shared.</param>
/// <param name="Basis">From the full cost to what is shared.</param>
/// <param name="Settlement">Calls and balances.</param>
/// <param name="Members">By SIREN.</param>
public sealed record AnnualStatement(
    int Year,
    decimal? UnitCost,
    IReadOnlyList<CostLine> Lines,
    CostBasis Basis,
    Settlement Settlement,
    IReadOnlyList<MemberStatement> Members)
{
    /// <summary>What settled years left to settle with the call of this one, line by line.</summary>
    public IReadOnlyList<CarriedBalance> Carried { get; init; } = [];

    /// <summary>The statement of a year whose cost is shared.</summary>
    /// <param name="costs">Lines and calls.</param>
    /// <param name="allocation">The shares.</param>
    /// <param name="settlement">How they are settled.</param>
    /// <param name="uses">What each member used; see <see cref="MemberUses"/>.</param>
    /// <param name="carried">What settled years left to settle with the call of this one.</param>
    /// <param name="asOf">Local date on which it is told: a call of a later day is planned.</param>
    public static AnnualStatement Of(
        CostYear costs,
        Allocation allocation,
        Settlement settlement,
        ILookup<Siren, Use> uses,
        IReadOnlyList<CarriedBalance> carried,
        DateOnly asOf)
    {
        var balances = settlement.Members.ToDictionary(m => m.Member);
        var calls = StatedCall.Of(costs.Calls, asOf);
        return new AnnualStatement(
            costs.Year,
            allocation.UnitCost,
            [.. costs.Lines.Where(l => l.Stage == costs.KnownStage)],
            allocation.Basis,
            settlement,
            [.. balances.Keys.Union(allocation.Shares.Select(s => s.Member.Siren)).Order().Select(member => new MemberStatement(
                member,
                [.. uses[member].OrderBy(u => u.Period).ThenBy(u => u.Indicator, StringComparer.Ordinal)],
                allocation.Shares.FirstOrDefault(s => s.Member.Siren == member),
                balances.GetValueOrDefault(member))
            {
                Calls = balances.ContainsKey(member) ? [.. calls[member]] : [],
            })])
        {
            Carried = carried,
        };
    }
}
