using Evaluation.Core.Indicators;

namespace Evaluation.Core.Versions;

/// <summary>What is different between two versions of a report. Every list begins with what weighs most.</summary>
/// <param name="Values">Values that came, went or changed.</param>
/// <param name="Costs">Cost lines, by the size of the difference.</param>
/// <param name="Calls">Calls of funds, by the size of the difference.</param>
/// <param name="Terms">Members, rules, definitions, in the order of the later version, then those that are no more.</param>
/// <param name="Records">Documents that say something else, in order.</param>
/// <param name="Split">Who pays what; null unless both versions share a cost.</param>
/// <param name="WasShared">Whether the earlier version shares a cost.</param>
/// <param name="IsShared">Whether the later version shares one.</param>
public sealed record VersionChanges(
    IReadOnlyList<ChangedValue> Values,
    IReadOnlyList<ChangedCost> Costs,
    IReadOnlyList<ChangedCall> Calls,
    IReadOnlyList<ChangedTerm> Terms,
    IReadOnlyList<ChangedRecord> Records,
    ChangedSplit? Split,
    bool WasShared,
    bool IsShared)
{
    /// <summary>Whether decisions are all that changed: no figure, no declaration, no definition, no wording did.</summary>
    public bool IsOnlyOfDecisions => Values.Count + Costs.Count + Calls.Count + Terms.Count == 0
        && Split is not { HasChanged: true }
        && WasShared == IsShared
        && Records.All(r => r.Kind == RecordKind.Decision);

    /// <summary>Whether figures, members, rules or definitions changed, and not only how documents read.</summary>
    public bool IsOfSubstance => Values.Count + Costs.Count + Calls.Count + Terms.Count > 0
        || Split is { HasChanged: true }
        || WasShared != IsShared
        || Records.Any(r => r.Kind == RecordKind.Reference);

    /// <summary>What changed from one version to a later one.</summary>
    /// <param name="before">What the earlier one rests on.</param>
    /// <param name="after">What the later one rests on; written alike.</param>
    public static VersionChanges Of(VersionBase before, VersionBase after) => new(
        [
            .. Between(before, after, Cells)
                .Select(c => new ChangedValue(c.Key, c.Before, c.After))
                .OrderByDescending(c => c.Weight)
                .ThenBy(c => c.Key.Indicator, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Period)
                .ThenBy(c => c.Key.Member),
        ],
        [.. Between(before, after, Lines).Select(c => new ChangedCost(c.Key, c.Before, c.After)).OrderByDescending(c => c.Weight)],
        [.. Between(before, after, Called).Select(c => new ChangedCall(c.Key, c.Before, c.After)).OrderByDescending(c => c.Weight)],
        [.. Between(before, after, Said).Select(c => new ChangedTerm((c.After ?? c.Before)!, c.Before?.Text, c.After?.Text)).Where(c => c.Before != c.After)],
        [.. Between(before, after, Kept).Select(c => c.Key)],
        before.Split is { } paid && after.Split is { } owed ? ChangedSplit.Of(paid, owed, [.. after.Members, .. before.Members]) : null,
        before.Split is not null,
        after.Split is not null);

    private static IEnumerable<(ValueKey Key, HeldValue? Held)> Cells(VersionBase of) => of.Values.SelectMany(series =>
        series.Periods.Zip(series.Values, (period, value) => (
            new ValueKey(series.Indicator, series.Member, period),
            (HeldValue?)new HeldValue(value, series.Status, series.Quality))));

    private static IEnumerable<(BaseCost Key, decimal? Held)> Lines(VersionBase of) =>
        of.Costs.Select(c => (c with { Amount = 0 }, (decimal?)c.Amount));

    private static IEnumerable<(BaseCall Key, decimal? Held)> Called(VersionBase of) =>
        of.Calls.Select(c => (c with { Amount = 0 }, (decimal?)c.Amount));

    private static IEnumerable<((TermTopic Topic, string Id) Key, BaseTerm? Held)> Said(VersionBase of) =>
        of.Terms.Select(t => ((t.Topic, t.Id), (BaseTerm?)t));

    private static IEnumerable<(ChangedRecord Key, string? Held)> Kept(VersionBase of) =>
        of.Records.Select(r => (new ChangedRecord(r.Kind, r.Name), (string?)r.Digest));

    // What the later one holds, then what only the earlier one held; what is equal is left out. None is null.
    private static IEnumerable<(TKey Key, THeld? Before, THeld? After)> Between<TKey, THeld>(
        VersionBase before, VersionBase after, Func<VersionBase, IEnumerable<(TKey Key, THeld? Held)>> of)
        where TKey : notnull
    {
        var (was, now) = (Keyed(of(before)), Keyed(of(after)));
        return now.Keys.Concat(was.Keys.Where(key => !now.ContainsKey(key)))
            .Select(key => (key, was.GetValueOrDefault(key), now.GetValueOrDefault(key)))
            .Where(c => !EqualityComparer<THeld>.Default.Equals(c.Item2, c.Item3));
    }

    private static OrderedDictionary<TKey, THeld?> Keyed<TKey, THeld>(IEnumerable<(TKey Key, THeld? Held)> held)
        where TKey : notnull
    {
        var keyed = new OrderedDictionary<TKey, THeld?>();
        foreach (var (key, one) in held)
        {
            keyed[key] = one;
        }

        return keyed;
    }
}
