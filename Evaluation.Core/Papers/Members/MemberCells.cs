using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>The figures that a member is told of a service, each read in the same words on its page, in its statement and in every file.</summary>
public static class MemberCells
{
    /// <summary>Percent that the key gives, before own charges and limits.</summary>
    public static PaperCell Share(ServiceAccount service) => Of(service, a => a.Share);

    /// <summary>What it owed the year before.</summary>
    public static PaperCell Previous(ServiceAccount service) => Of(service, a => a.Previous);

    /// <summary>What it owes.</summary>
    public static PaperCell Amount(ServiceAccount service) => Of(service, a => a.Amount);

    /// <summary>The difference of both.</summary>
    public static PaperCell Change(ServiceAccount service) => Change(Previous(service), Amount(service));

    /// <summary>Called and taken off the attribution de compensation.</summary>
    public static PaperCell Imputed(ServiceAccount service) => OfCalls(service, c => c.Imputed);

    /// <summary>Called; where nothing was, there is no call.</summary>
    public static PaperCell Called(ServiceAccount service) => OfCalls(service, c => c.Called);

    /// <summary>To be paid for the year.</summary>
    public static PaperCell Due(ServiceAccount service) => OfCalls(service, c => c.Due);

    /// <summary>To be paid less called.</summary>
    public static PaperCell Balance(ServiceAccount service) => Change(Called(service), Due(service));

    /// <summary>Less than before pooling; not available where the time before is not declared, not applicable of what shares no cost.</summary>
    public static PaperCell Saving(ServiceAccount service) => Of(
        service, a => a.Alone?.Saving ?? (a.Amount.Absence == Absence.NotApplicable ? Figure.NotApplicable : Figure.NotTransmitted));

    /// <summary>A figure, or why there is none, in the words of papers.</summary>
    internal static PaperCell Of(Figure figure) => figure.Cell();

    /// <summary>A figure with the decimals that it has.</summary>
    internal static PaperCell Exact(Figure figure) =>
        Of(figure) is { Number: { } number } cell ? cell with { Format = PaperFormat.Number(PaperTotals.DecimalsOf([number])) } : Of(figure);

    /// <summary>A change between two cells; what cannot exist wins over what is not known.</summary>
    internal static PaperCell Change(PaperCell before, PaperCell after) =>
        after.Number is { } now && before.Number is { } then ? now - then
        : before.Words == PaperTotals.NotApplicable || after.Words == PaperTotals.NotApplicable ? PaperTotals.NotApplicable
        : PaperTotals.NotAvailable;

    // One that is not told is not available; one of a service out of force, or that shares no cost, cannot exist.
    private static PaperCell Of(ServiceAccount service, Func<MemberAccount, Figure> figure) =>
        service.Account is { } account ? Of(figure(account))
        : service.IsWithoutAmount ? PaperTotals.NotApplicable
        : PaperTotals.NotAvailable;

    private static PaperCell OfCalls(ServiceAccount service, Func<AccountCalls, Figure?> figure) => Of(
        service, a => a.Calls is { } calls ? figure(calls) ?? Figure.NotTransmitted : Figure.NotApplicable);
}
