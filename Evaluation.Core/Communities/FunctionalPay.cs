using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>Pay, with all charges, of the staff of functional services in a year. Euros.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Community">In the services of the community.</param>
/// <param name="Total">In those of the community and of its communes, at least as much.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record FunctionalPay(int Year, decimal Community, decimal Total, string Source)
{
    /// <summary>
    /// Coefficient de mutualisation: community ÷ total, 0 to 1, not rounded. Information only: it was never used in the
    /// DGF. Source: CGCT L5211-4-1 V.
    /// </summary>
    public decimal Coefficient => Community / Total;
}

/// <summary>Reads the pay of functional services.</summary>
internal static class FunctionalPayReader
{
    public static List<FunctionalPay> Read(DocumentChecks checks, IReadOnlyList<FunctionalPayDocument?>? documents)
    {
        var years = new List<FunctionalPay>();
        foreach (var (rank, written) in DocumentChecks.Items(documents).Index())
        {
            var pointer = FormattableString.Invariant($"/functionalPay/{rank}");
            var pay = new FunctionalPay(
                written.Year, written.Community, written.Total, checks.RequiredText(written.Source, $"{pointer}/source", 200));
            if (pay.Year is < Period.MinYear or > Period.MaxYear || pay.Community < 0 || pay.Total <= 0 || pay.Community > pay.Total)
            {
                checks.Add(Refusals.FunctionalPayInvalid, pointer);
            }

            if (years.Exists(y => y.Year == pay.Year))
            {
                checks.Add(Refusals.FunctionalPayDuplicate, $"{pointer}/year");
            }

            years.Add(pay);
        }

        return years;
    }
}
