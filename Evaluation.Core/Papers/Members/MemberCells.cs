using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>Cells of the statement of a member.</summary>
internal static class MemberCells
{
    /// <summary>A figure, or why there is none, in the words of papers.</summary>
    public static PaperCell Of(Figure figure) => figure switch
    {
        { Value: { } value } => value,
        { Absence: Absence.NotApplicable } => PaperTotals.NotApplicable,
        _ => PaperTotals.NotAvailable,
    };

    /// <summary>A figure of the account of a service; one that is not told is not available, one of a service out of force, or that shares no cost, cannot exist.</summary>
    public static PaperCell Of(ServiceAccount service, Func<MemberAccount, Figure> figure) =>
        service.Account is { } account ? Of(figure(account))
        : service.IsWithoutAmount ? PaperTotals.NotApplicable
        : PaperTotals.NotAvailable;

    /// <summary>A figure with the decimals that it has.</summary>
    public static PaperCell Exact(Figure figure) =>
        Of(figure) is { Number: { } number } cell ? cell with { Format = PaperFormat.Number(PaperTotals.DecimalsOf([number])) } : Of(figure);

    /// <summary>A change between two cells; what cannot exist wins over what is not known.</summary>
    public static PaperCell Change(PaperCell before, PaperCell after) =>
        after.Number is { } now && before.Number is { } then ? now - then
        : before.Words == PaperTotals.NotApplicable || after.Words == PaperTotals.NotApplicable ? PaperTotals.NotApplicable
        : PaperTotals.NotAvailable;
}
