using Evaluation.Core.Reports;

namespace Evaluation.Core.Papers.Members;

/// <summary>Adds up what services tell a member; what is not known is never taken for nothing.</summary>
public static class AccountTotals
{
    private const int Cents = 2;

    /// <summary>All services together.</summary>
    /// <param name="services">What each tells the member.</param>
    public static AccountTotal Of(IReadOnlyList<ServiceAccount> services)
    {
        var known = services.Where(s => s.Account is { Amount.Value: not null } or { Amount.Absence: Absence.NotApplicable }).ToList();
        var called = known.Select(s => s.Account!.Calls).OfType<AccountCalls>().ToList();
        var amount = Sum(known.Select(s => s.Account!.Amount));
        var previous = Sum(known.Select(s => s.Account!.Previous));
        return new AccountTotal(
            amount,
            previous,
            amount.Value is { } now && previous.Value is { } then ? Figure.Of(now - then, Cents) : Figure.NotTransmitted,
            Sum(called.Select(c => c.Called)),
            Sum(called.Select(c => c.Balance)),
            known.Count,
            [.. services.Except(known).Select(s => s.Label)]);
    }

    // Who was not there the year before owed nothing; what was not told of it is not known.
    private static Figure Sum(IEnumerable<Figure> figures)
    {
        var all = figures.ToList();
        return all.Count == 0 || all.Exists(f => f.Absence == Absence.NotTransmitted)
            ? Figure.NotTransmitted
            : Figure.Of(all.Sum(f => f.Value ?? 0), Cents);
    }
}
