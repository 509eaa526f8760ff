namespace Evaluation.Core.Costs;

/// <summary>What the key of some days of a year gives each member beside its criteria.</summary>
/// <param name="Key">The rule.</param>
/// <param name="Days">Days that it rules.</param>
/// <param name="DaysInYear">365 or 366.</param>
internal sealed record SpanTerms(AllocationKey Key, int Days, int DaysInYear)
{
    public bool HasReliefs => Key.Solidarity is not null || Key.ProgressiveEntry.Count > 0;

    public bool HasLimits => Key is not { Floor: null, Ceiling: null, GrowthCap: null };

    /// <summary>Whether a relief cannot be decided for a member.</summary>
    public bool LacksPopulation(Contributor contributor) => Key.Solidarity is not null && contributor.Population is null;

    /// <summary>Part of its weight that a small member keeps; 1 for the others.</summary>
    public decimal SolidarityOf(Contributor contributor) =>
        Key.Solidarity is { } help && contributor.Population < help.PopulationBelow ? 1 - help.Discount : 1;

    /// <summary>Part of its weight that a recent member bears; 1 for the others.</summary>
    public decimal EntryOf(Contributor contributor) =>
        contributor.YearOfMembership is { } year && year >= 1 && year <= Key.ProgressiveEntry.Count
            ? Key.ProgressiveEntry[year - 1]
            : 1;

    /// <summary>A figure given per year, by days of membership.</summary>
    public decimal ByDays(decimal perYear, Contributor contributor) => perYear * contributor.Days / DaysInYear;

    /// <summary>The limits of a member; where they cross, the floor wins.</summary>
    /// <param name="contributor">Who.</param>
    /// <param name="sign">Of the cost: the growth of a charge is not that of a credit.</param>
    public MemberLimits LimitsOf(Contributor contributor, int sign)
    {
        var floor = Key.Floor is { } least ? Cents.Round(ByDays(least, contributor)) : 0;
        var ceiling = Key.Ceiling is { } most ? Cents.Round(ByDays(most, contributor)) : (decimal?)null;
        var cap = Key.GrowthCap is { } growth && contributor.PreviousAmount is { } previous && Math.Sign(previous) == sign && sign != 0
            ? Cents.Round(ByDays(Math.Abs(previous) * (1 + growth), contributor))
            : (decimal?)null;
        var upper = cap is null || ceiling <= cap ? ceiling : cap;
        return new MemberLimits(
            floor,
            upper is { } limit ? Math.Max(limit, floor) : null,
            upper is not null && upper == ceiling ? KeyTerm.Ceiling : KeyTerm.GrowthCap);
    }
}

/// <summary>Between what a member’s amount stays, in euros to the cent and without its sign.</summary>
/// <param name="Lower">Least; 0 for none.</param>
/// <param name="Upper">Most, at least <paramref name="Lower"/>; null for none.</param>
/// <param name="UpperTerm">Where the most comes from.</param>
internal sealed record MemberLimits(decimal Lower, decimal? Upper, KeyTerm UpperTerm);
