using Evaluation.Core.Periods;

namespace Evaluation.Core.Mutualisations;

/// <summary>Which version of a convention applies when; versions are in order of their first day.</summary>
internal static class ConventionTimeline
{
    /// <summary>
    /// The version for a day. Before the first version the first applies, after the term the last: the cost of a year
    /// that the convention covers in part, or that came before its signature, still finds a key.
    /// </summary>
    public static Convention? On(IReadOnlyList<Convention> versions, DateOnly day) =>
        versions.LastOrDefault(v => v.EffectiveOn <= day) ?? (versions is [var first, ..] ? first : null);

    /// <summary>The versions of a period, in order, without a gap; none without a convention.</summary>
    public static IReadOnlyList<ConventionSpan> In(IReadOnlyList<Convention> versions, Period period)
    {
        var spans = new List<ConventionSpan>();
        for (var (from, last) = (period.Start, versions.Count - 1); last >= 0 && from < period.End; from = spans[^1].To)
        {
            var version = On(versions, from)!;
            var to = version.Version <= last ? Earlier(versions[version.Version].EffectiveOn, period.End) : period.End;
            spans.Add(new ConventionSpan(version, from, to));
        }

        return spans;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
