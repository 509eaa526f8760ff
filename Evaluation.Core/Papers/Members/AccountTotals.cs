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
        var told = services.Where(s => !IsWithoutAmount(s)).ToList();
        var known = told.Where(s => s.Account is { Amount.Value: not null } or { Amount.Absence: Absence.NotApplicable }).ToList();
        if (told.Count == 0 && services.Count > 0)
        {
            var none = Figure.NotApplicable;
            return new AccountTotal(none, none, none, none, none, 0, []);
        }

        var called = known.Select(s => s.Account!.Calls).OfType<AccountCalls>().ToList();
        var amount = Sum(known.Select(s => s.Account!.Amount));
        var previous = Sum(known.Select(s => s.Account!.Previous));
        return new AccountTotal(
            amount,
            previous,
            amount.Value is { } now && previous.Value is { } then ? Figure.Of(now - then, Cents)
                : amount.Absence == Absence.NotApplicable || previous.Absence == Absence.NotApplicable ? Figure.NotApplicable
                : Figure.NotTransmitted,
            called.Count == 0 ? Figure.NotApplicable : Sum(called.Select(c => c.Called)),
            called.Count == 0 ? Figure.NotApplicable : Sum(called.Select(c => c.Balance)),
            known.Count,
            [.. told.Except(known).Select(s => s.Label)]);
    }

    // A service that shares no cost, or was not in force, has no amount that could be missing.
    private static bool IsWithoutAmount(ServiceAccount service) =>
        service.Account is { Amount.Absence: Absence.NotApplicable, Previous.Absence: Absence.NotApplicable }
        || service.IsWithoutAmount;

    // Who was not there the year before owed nothing beside what it owed elsewhere; what was not told of it is not known.
    private static Figure Sum(IEnumerable<Figure> figures)
    {
        var all = figures.ToList();
        return all.Count == 0 || all.Exists(f => f.Absence == Absence.NotTransmitted)
            ? Figure.NotTransmitted
            : all.TrueForAll(f => f.Absence == Absence.NotApplicable) ? Figure.NotApplicable
            : Figure.Of(all.Sum(f => f.Value ?? 0), Cents);
    }
}
