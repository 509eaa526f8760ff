using Evaluation.Core.Communities;

namespace Evaluation.Core.Closing;

/// <summary>What a payer owes for a year, as it was settled. Euros, to the cent.</summary>
/// <param name="Payer">Who.</param>
/// <param name="Amount">Its part of the observed cost; 0 when nothing is owed.</param>
/// <param name="Carried">What earlier years left to settle with this one; negative when the payer is owed.</param>
/// <param name="Called">All that was called from it for the year.</param>
public sealed record SettledAmount(Siren Payer, decimal Amount, decimal Carried, decimal Called)
{
    /// <summary>Amount + carried − called: what is left to settle.</summary>
    public decimal Balance => Amount + Carried - Called;
}

/// <summary>The amounts of a year are settled (arrêtés) by someone.</summary>
/// <param name="At">When.</param>
/// <param name="On">The same, local date in Europe/Paris.</param>
/// <param name="By">Who, as trails name them.</param>
/// <param name="Function">In what function, no person’s name.</param>
/// <param name="Fingerprint">Of what the amounts rest on: costs, calls, terms, baseline, values.</param>
/// <param name="CarriedTo">The year with whose call the balances are settled; null when the service ends before it.</param>
/// <param name="Amounts">Whoever has a share, a call or something carried, by SIREN.</param>
public sealed record YearSettling(
    DateTimeOffset At, DateOnly On, string By, string Function, string Fingerprint, int? CarriedTo, IReadOnlyList<SettledAmount> Amounts)
{
    /// <summary>The times it was set aside for a while, in order.</summary>
    public IReadOnlyList<PeriodOpening> Openings { get; init; } = [];

    /// <summary>The opening that holds on a day, the longest; null when none does.</summary>
    public PeriodOpening? OpenOn(DateOnly day) => Openings.Where(o => o.Until >= day).MaxBy(o => o.Until);

    /// <summary>What is left to settle with a payer; 0 for one that it does not name.</summary>
    public decimal BalanceOf(Siren payer) => Amounts.FirstOrDefault(a => a.Payer == payer)?.Balance ?? 0;
}

/// <summary>What a settling leaves a payer to settle with the call of a later year. Euros, exact.</summary>
/// <param name="Year">The year that was settled.</param>
/// <param name="On">When, local date in Europe/Paris.</param>
/// <param name="IsCorrection">Whether an earlier settling of the year carried its balances: the amount is then what changed since.</param>
/// <param name="Payer">Who.</param>
/// <param name="Amount">Positive when the payer still owes, negative when it is owed; never 0.</param>
public sealed record CarriedBalance(int Year, DateOnly On, bool IsCorrection, Siren Payer, decimal Amount);

/// <summary>What the settlings of a year left a payer to settle with the call of a later one. Euros, exact.</summary>
/// <param name="To">The year of the call.</param>
/// <param name="Payer">Who.</param>
/// <param name="Amount">Positive when the payer still owes, negative when it is owed; never 0.</param>
public sealed record OnwardBalance(int To, Siren Payer, decimal Amount);

/// <summary>A year whose amounts were settled at least once.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Settlings">In order; the last holds, except on the days for which it is opened.</param>
public sealed record SettledYear(int Year, IReadOnlyList<YearSettling> Settlings)
{
    /// <summary>The settling that holds.</summary>
    public YearSettling Last => Settlings[^1];

    /// <summary>
    /// What each settling left to settle with the call of a year: the first that carries anything its balances, a later one what
    /// changed since in them (the dated régularisation). Σ over all years = the balances of the last settling that carries anything.
    /// </summary>
    /// <param name="year">The year of the call.</param>
    public IEnumerable<CarriedBalance> CarriedTo(int year) => Carrying().Where(c => c.To == year).Select(c => c.Balance);

    /// <summary>The same for all later years: none of it is left to settle with the calls of this one.</summary>
    public IEnumerable<OnwardBalance> Onward() => Carrying().Select(c => new OnwardBalance(c.To, c.Balance.Payer, c.Balance.Amount));

    private IEnumerable<(int To, CarriedBalance Balance)> Carrying() =>
        from settling in Settlings.Index()
        where settling.Item.CarriedTo is not null
        let before = Settlings.Take(settling.Index).LastOrDefault(earlier => earlier.CarriedTo is not null)
        from payer in settling.Item.Amounts.Concat(before?.Amounts ?? []).Select(a => a.Payer).Distinct().Order()
        let amount = settling.Item.BalanceOf(payer) - (before?.BalanceOf(payer) ?? 0)
        where amount != 0
        select (settling.Item.CarriedTo!.Value, new CarriedBalance(Year, settling.Item.On, before is not null, payer, amount));
}
