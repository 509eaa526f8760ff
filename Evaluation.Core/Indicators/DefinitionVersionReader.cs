using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>What a later version of an indicator changes; a field that is absent stays as in the version before.</summary>
internal sealed record VersionEntry(
    DateOnly ValidFrom, string? Change, string? Label, string? Definition, decimal? Min, decimal? Max, TargetEntry? Target);

/// <summary>Follows an indicator from its first definition through its later versions.</summary>
internal static class DefinitionVersionReader
{
    /// <summary>The definition now in force, with all its versions; the first one when there is no other.</summary>
    public static IndicatorDefinition Read(
        IndicatorDefinition first, IReadOnlyList<VersionEntry> entries, Func<TargetEntry, Target> target)
    {
        if (entries.Count == 0)
        {
            return first;
        }

        var versions = new List<DefinitionVersion> { new(null, entries[0].ValidFrom, null, first) };
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, before) = (entries[i], versions[^1].Definition);
            versions.Add(new DefinitionVersion(
                entry.ValidFrom,
                i + 1 < entries.Count ? entries[i + 1].ValidFrom : null,
                Typography.Apostrophes(entry.Change ?? ""),
                before with
                {
                    Label = Typography.Apostrophes(entry.Label ?? before.Label),
                    Definition = Typography.Apostrophes(entry.Definition ?? before.Definition),
                    Min = entry.Min ?? before.Min,
                    Max = entry.Max ?? before.Max,
                    Target = entry.Target is { } aim ? target(aim) : before.Target,
                }));
        }

        return versions[^1].Definition with { Versions = versions };
    }

    /// <summary>What contradicts itself in the versions of an indicator.</summary>
    public static IEnumerable<string> Faults(IndicatorDefinition indicator)
    {
        foreach (var version in indicator.Versions)
        {
            if (version.Definition.Min > version.Definition.Max)
            {
                yield return $"{indicator.Code}: min above max";
            }

            if (version.ValidFrom is not { } from)
            {
                continue;
            }

            if (from.Year is < Period.MinYear or > Period.MaxYear || from.Day != 1
                || (from.Month - 1) % indicator.Periodicity.Months() != 0)
            {
                yield return $"{indicator.Code}: the version of {from:yyyy-MM-dd} does not begin with a period";
            }

            if (version.ValidTo <= from)
            {
                yield return $"{indicator.Code}: the version of {from:yyyy-MM-dd} ends before it begins";
            }

            if (string.IsNullOrWhiteSpace(version.Change))
            {
                yield return $"{indicator.Code}: the version of {from:yyyy-MM-dd} does not say what changed";
            }
        }
    }
}
