using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>Who pays what: the differences of the rows add up to that of the total, exactly.</summary>
/// <param name="Members">Members of either version; the largest differences first.</param>
/// <param name="Others">Provider’s part and rounding gap, where there is any.</param>
/// <param name="Total">The cost.</param>
public sealed record ChangedAmounts(
    IReadOnlyList<ChangedAmountRow> Members, IReadOnlyList<ChangedAmountRow> Others, ChangedAmountRow Total)
{
    private const int Cents = 2;

    /// <summary>
    /// The rows as they are read: those that changed, members and other lines alike, the largest differences first; then one
    /// line for the changes beyond the most that are listed, and one for all that did not change. They add up to the total.
    /// </summary>
    /// <param name="most">How many changes are listed one by one; null for all.</param>
    public IReadOnlyList<ChangedAmountRow> Told(int? most = null)
    {
        var changed = Members.Concat(Others).Where(HasChanged).OrderByDescending(r => decimal.Abs(r.Difference)).ToList();
        var listed = changed.Take(most ?? changed.Count).ToList();
        return
        [
            .. listed,
            .. Together("Autres écarts", [.. changed.Skip(listed.Count)]),
            .. Together("Sans écart", [.. Members.Concat(Others).Where(r => !HasChanged(r))]),
        ];
    }

    // Who comes or goes with nothing to pay is a change too.
    private static bool HasChanged(ChangedAmountRow row) => row.Before != row.After;

    private static IEnumerable<ChangedAmountRow> Together(string label, IReadOnlyList<ChangedAmountRow> rows)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var members = rows.Count(r => r.Member is not null);
        yield return new ChangedAmountRow(
            null,
            Typography.Fix($"{label} : {FrenchText.List(
            [
                .. members > 0 ? [FrenchText.Count(members, "membre", "membres")] : (string[])[],
                .. rows.Where(r => r.Member is null).Select(r => ReportText.Inside(r.Label)),
            ])}"),
            Figure.Of(rows.Sum(r => r.Before.Value ?? 0), Cents),
            Figure.Of(rows.Sum(r => r.After.Value ?? 0), Cents),
            rows.Sum(r => r.Difference));
    }
}

/// <summary>An amount that is or is not the same, in euros to the cent.</summary>
/// <param name="Member">Whose; null for what no single member owes.</param>
/// <param name="Label">Name of the member or of the line.</param>
/// <param name="Before">As it was; not applicable for who took no part.</param>
/// <param name="After">As it is; not applicable for who takes no part.</param>
/// <param name="Difference">After − before; who takes no part owes nothing.</param>
public sealed record ChangedAmountRow(ReportMember? Member, string Label, Figure Before, Figure After, decimal Difference);
