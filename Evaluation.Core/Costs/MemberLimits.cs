using Evaluation.Core.Keys;
using Evaluation.Core.Money;

namespace Evaluation.Core.Costs;

/// <summary>The days of a member under the keys of one span.</summary>
/// <param name="Terms">Of the span.</param>
/// <param name="Contributor">The member in it.</param>
/// <param name="Euros">What the key alone gives it there, without its sign.</param>
internal sealed record MemberStay(SpanTerms Terms, Contributor Contributor, decimal Euros);

/// <summary>Between what a member’s amount stays over the year, in euros to the cent and without its sign.</summary>
/// <param name="Lower">Least; 0 for none.</param>
/// <param name="Upper">Most, at least <paramref name="Lower"/>; null for none.</param>
/// <param name="UpperTerm">Where the most comes from.</param>
internal sealed record MemberLimits(decimal Lower, decimal? Upper, KeyTerm UpperTerm)
{
    /// <summary>
    /// The limits of a member over all its days, each by the days on which it stood; where they cross, the floor wins.
    /// Days without an upper limit add what the key alone gives.
    /// </summary>
    /// <param name="stays">Its spans.</param>
    /// <param name="sign">Of the cost: the growth of a charge is not that of a credit.</param>
    public static MemberLimits Of(IReadOnlyList<MemberStay> stays, int sign)
    {
        var daysInYear = stays[0].Terms.DaysInYear;
        var floor = Cents.Round(stays.Sum(s => s.Terms.OverDays(k => k.Floor ?? 0, s.Contributor)) / daysInYear);
        var (limited, free, term) = (0m, 0m, (KeyTerm?)null);
        foreach (var stay in stays)
        {
            foreach (var (key, days) in stay.Terms.Keys.Select((k, i) => (k, stay.Contributor.DaysIn(i))))
            {
                if (UpperOf(key, stay.Contributor, sign) is var (most, from))
                {
                    (limited, term) = (limited + (most * days), from);
                }
                else
                {
                    free += stay.Euros * days / stay.Contributor.Days;
                }
            }
        }

        return term is { } upperTerm
            ? new MemberLimits(floor, Math.Max(floor, Most(limited / daysInYear, free)), upperTerm)
            : new MemberLimits(floor, null, KeyTerm.Ceiling);
    }

    // What is not limited never makes the limits too low by a cent.
    private static decimal Most(decimal limited, decimal free) =>
        free == 0 ? Cents.Round(limited) : Math.Ceiling((limited + free) * 100) / 100;

    private static (decimal Most, KeyTerm From)? UpperOf(AllocationKey key, Contributor contributor, int sign)
    {
        var cap = key.GrowthCap is { } growth && contributor.PreviousAmount is { } previous && Math.Sign(previous) == sign && sign != 0
            ? Math.Abs(previous) * (1 + growth)
            : (decimal?)null;
        return (key.Ceiling, cap) switch
        {
            ({ } ceiling, _) when cap is null || ceiling <= cap => (ceiling, KeyTerm.Ceiling),
            (_, { } most) => (most, KeyTerm.GrowthCap),
            _ => null,
        };
    }
}
