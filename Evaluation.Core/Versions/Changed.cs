using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Versions;

/// <summary>A value as a version has it.</summary>
/// <param name="Value">In the unit of the indicator.</param>
/// <param name="Status">How settled.</param>
/// <param name="Quality">How obtained.</param>
public sealed record HeldValue(decimal Value, ValueStatus Status, ValueQuality Quality);

/// <summary>A value that is not the same.</summary>
/// <param name="Key">Where it belongs.</param>
/// <param name="Before">As it was; null when it had not come.</param>
/// <param name="After">As it is; null when it was taken back.</param>
public sealed record ChangedValue(ValueKey Key, HeldValue? Before, HeldValue? After)
{
    /// <summary>From 0 to 2: the difference against the larger of the two; 1 for a value that came or went.</summary>
    public decimal Weight => Before is null || After is null ? 1
        : Before.Value == After.Value ? 0
        : decimal.Abs(After.Value - Before.Value) / decimal.Max(decimal.Abs(Before.Value), decimal.Abs(After.Value));
}

/// <summary>A cost line that is not the same.</summary>
/// <param name="Line">Which; its amount says nothing.</param>
/// <param name="Before">Euros; null when there was none.</param>
/// <param name="After">Euros; null when there is none.</param>
public sealed record ChangedCost(BaseCost Line, decimal? Before, decimal? After)
{
    /// <summary>Euros between the two; what is not there weighs nothing.</summary>
    public decimal Weight => decimal.Abs((After ?? 0) - (Before ?? 0));
}

/// <summary>A call of funds that is not the same.</summary>
/// <param name="Call">Which; its amount says nothing.</param>
/// <param name="Before">Euros; null when there was none.</param>
/// <param name="After">Euros; null when there is none.</param>
public sealed record ChangedCall(BaseCall Call, decimal? Before, decimal? After)
{
    /// <summary>Euros between the two; what is not there weighs nothing.</summary>
    public decimal Weight => decimal.Abs((After ?? 0) - (Before ?? 0));
}

/// <summary>A member, rule or definition that does not say the same.</summary>
/// <param name="Term">Which, as the later version names it if it knows it.</param>
/// <param name="Before">French words; null when there was none.</param>
/// <param name="After">French words; null when there is none.</param>
public sealed record ChangedTerm(BaseTerm Term, string? Before, string? After);

/// <summary>A document that does not say the same, or is there in one of the versions only.</summary>
public sealed record ChangedRecord(RecordKind Kind, string Name);

/// <summary>An amount in euros, then and now.</summary>
public sealed record ChangedSum(decimal Before, decimal After)
{
    /// <summary>After − before.</summary>
    public decimal Difference => After - Before;
}

/// <summary>What a member owes, then and now.</summary>
/// <param name="Member">Who.</param>
/// <param name="Before">Euros; null when it took no part.</param>
/// <param name="After">Euros; null when it takes no part.</param>
public sealed record ChangedAmount(Siren Member, decimal? Before, decimal? After)
{
    /// <summary>After − before; who takes no part owes nothing.</summary>
    public decimal Difference => (After ?? 0) - (Before ?? 0);
}

/// <summary>
/// Who pays what, then and now. The difference of the total is that of the amounts, of the provider’s part and of the
/// rounding gap together, exactly.
/// </summary>
/// <param name="Total">The cost.</param>
/// <param name="ProviderPart">What no member owes.</param>
/// <param name="RoundingGap">« Écart d’arrondi ».</param>
/// <param name="Amounts">Every member of either version; the largest differences first, then the community’s order.</param>
public sealed record ChangedSplit(
    ChangedSum Total, ChangedSum ProviderPart, ChangedSum RoundingGap, IReadOnlyList<ChangedAmount> Amounts)
{
    /// <summary>Whether anyone’s amount, or the total, is not the same.</summary>
    public bool HasChanged => Total.Difference != 0 || ProviderPart.Difference != 0 || RoundingGap.Difference != 0
        || Amounts.Any(a => a.Before != a.After);

    internal static ChangedSplit Of(BaseSplit before, BaseSplit after, IReadOnlyList<BaseMember> order)
    {
        var (was, now) = (before.Shares.ToDictionary(s => s.Member, s => s.Amount), after.Shares.ToDictionary(s => s.Member, s => s.Amount));
        return new ChangedSplit(
            new ChangedSum(before.Total, after.Total),
            new ChangedSum(before.ProviderPart, after.ProviderPart),
            new ChangedSum(before.RoundingGap, after.RoundingGap),
            [
                .. order.Select(m => m.Siren).Distinct()
                    .Where(m => was.ContainsKey(m) || now.ContainsKey(m))
                    .Select(m => new ChangedAmount(m, Of(was, m), Of(now, m)))
                    .OrderByDescending(a => decimal.Abs(a.Difference)),
            ]);
    }

    private static decimal? Of(Dictionary<Siren, decimal> amounts, Siren member) => amounts.TryGetValue(member, out var amount) ? amount : null;
}
