using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Costs;

/// <summary>Which way a balance goes.</summary>
public enum BalanceKind
{
    /// <summary>Nothing is left to settle.</summary>
    Nothing,

    /// <summary>The member still owes (complément).</summary>
    Complement,

    /// <summary>The member is owed (avoir).</summary>
    Credit,
}

/// <summary>What a member owed, was called and has still to settle for a year. Euros, exact.</summary>
/// <param name="Member">Who; it may have left the service, or the community.</param>
/// <param name="Actual">Its share of the observed cost; 0 when nothing is owed.</param>
/// <param name="Provisional">Sum of the instalments called.</param>
/// <param name="Regularised">Sum of the régularisations already called.</param>
public sealed record MemberBalance(Siren Member, decimal Actual, decimal Provisional, decimal Regularised)
{
    /// <summary>Whether it gets an attribution de compensation: only communes of the community do (CGI 1609 nonies C).</summary>
    public required bool HasAllowance { get; init; }

    /// <summary>
    /// What settled years left to settle with the call of this one; negative when the member is owed, 0 where none did.
    /// </summary>
    public decimal Carried { get; init; }

    /// <summary>What the settled year left to settle with the calls of later ones: it is owed there, no more here. 0 while it is not settled.</summary>
    public decimal Onward { get; init; }

    /// <summary>All that was called.</summary>
    public decimal Called => Provisional + Regularised;

    /// <summary>Actual + carried − onward: what is to be paid with the calls of the year.</summary>
    public decimal Due => Actual + Carried - Onward;

    /// <summary>Due − called: what is left to settle, with the next régularisation of the year.</summary>
    public decimal Balance => Due - Called;

    /// <summary>Which way it goes.</summary>
    public BalanceKind Kind => Balance switch
    {
        > 0 => BalanceKind.Complement,
        < 0 => BalanceKind.Credit,
        _ => BalanceKind.Nothing,
    };
}

/// <summary>
/// The régularisation of a year (docs/spec/settlement.md): Σ balances = Σ actual + Σ carried − Σ onward − Σ called, always. What
/// the provider keeps of its own cost it owes to nobody: it is no member of it, whatever was called from it.
/// </summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Mode">How amounts are settled.</param>
/// <param name="Members">Whoever has a share, a call or something carried from or to another year, by SIREN; never the provider.</param>
public sealed record Settlement(int Year, SettlementMode Mode, IReadOnlyList<MemberBalance> Members)
{
    /// <summary>Sum of the shares.</summary>
    public decimal Actual => Members.Sum(m => m.Actual);

    /// <summary>Sum of what settled years left to settle with this one.</summary>
    public decimal Carried => Members.Sum(m => m.Carried);

    /// <summary>Sum of what is left to settle with the calls of later years.</summary>
    public decimal Onward => Members.Sum(m => m.Onward);

    /// <summary>The years to whose calls anything goes, in order; none while nothing does.</summary>
    public IReadOnlyList<int> OnwardTo { get; init; } = [];

    /// <summary>Sum of what was called.</summary>
    public decimal Called => Members.Sum(m => m.Called);

    /// <summary>Sum of the balances.</summary>
    public decimal Balance => Members.Sum(m => m.Balance);

    /// <summary>
    /// What is imputed on a member’s attribution de compensation: its instalments, the part that recurs, when the
    /// convention says so and the member has one; 0 otherwise. The balance is settled by the convention.
    /// </summary>
    public decimal ImputedOnAllowance(MemberBalance member) =>
        Mode == SettlementMode.AcImputation && member.HasAllowance ? member.Provisional : 0;

    /// <summary>What is settled by a titre de recettes or a mandat: all of it, or the balance beside an imputation.</summary>
    public decimal SettledByTitle(MemberBalance member) =>
        member.Balance + member.Called - ImputedOnAllowance(member);

    /// <summary>The settlement of a year.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="mode">Free of charge, nothing is owed and what was called is paid back.</param>
    /// <param name="shares">Of the observed cost; those of a corrected year replace the earlier ones.</param>
    /// <param name="calls">All those of the year, régularisations included: a second one is only the difference.</param>
    /// <param name="settled">What other years left to this one, and this one to others.</param>
    /// <param name="provider">Who carries the service: it is billed nothing.</param>
    /// <param name="community">Whose communes have an attribution de compensation.</param>
    public static Settlement Of(
        int year,
        SettlementMode mode,
        IReadOnlyList<MemberShare> shares,
        IReadOnlyList<FundsCall> calls,
        SettledYears settled,
        Siren provider,
        Community community)
    {
        var owed = shares.Where(s => s.Member.Siren != provider).ToDictionary(s => s.Member.Siren, s => mode == SettlementMode.Gratuit ? 0 : s.Amount);
        var called = calls.Where(c => c.Member != provider).ToLookup(c => c.Member);
        var before = settled.CarriedTo(year).Where(c => c.Payer != provider).ToLookup(c => c.Payer, c => c.Amount);
        var after = settled.OnwardFrom(year).Where(c => c.Payer != provider).ToLookup(c => c.Payer);
        return new Settlement(
            year,
            mode,
            [.. owed.Keys.Union(called.Select(c => c.Key)).Union(before.Select(c => c.Key)).Union(after.Select(c => c.Key)).Order().Select(member => new MemberBalance(
                member,
                owed.GetValueOrDefault(member),
                Sum(called[member], CallKind.Provisional),
                Sum(called[member], CallKind.Balance))
            {
                Carried = before[member].Sum(),
                Onward = after[member].Sum(c => c.Amount),
                HasAllowance = community.Find(member.ToString()) is { Kind: MemberKind.Commune },
            })])
        {
            OnwardTo = [.. after.SelectMany(c => c).Select(c => c.To).Distinct().Order()],
        };
    }

    private static decimal Sum(IEnumerable<FundsCall> calls, CallKind kind) =>
        calls.Where(c => c.Kind == kind).Sum(c => c.Amount);
}
