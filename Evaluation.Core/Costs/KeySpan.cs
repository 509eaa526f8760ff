using Evaluation.Core.Keys;

namespace Evaluation.Core.Costs;

/// <summary>Days of a year under one key.</summary>
/// <param name="From">First day.</param>
/// <param name="To">The day after the last.</param>
/// <param name="Key">The rule of those days; the last one where they have several parts.</param>
public sealed record KeySpan(DateOnly From, DateOnly To, AllocationKey Key)
{
    private readonly IReadOnlyList<KeySpan>? _parts;

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>
    /// The keys of its days, in order, when they share alike and only limits, reliefs or figures per year changed; itself
    /// otherwise.
    /// </summary>
    public IReadOnlyList<KeySpan> Parts
    {
        get => _parts ?? [this];
        init => _parts = value;
    }

    /// <summary>The keys of a year: what says the same again, and what changes no more than terms, does not divide it.</summary>
    /// <param name="keys">In order, without a gap.</param>
    public static IReadOnlyList<KeySpan> Joined(IEnumerable<KeySpan> keys)
    {
        var spans = new List<KeySpan>();
        foreach (var next in keys)
        {
            if (spans is [.., { } last] && last.Key.SharesAs(next.Key))
            {
                spans[^1] = last.Followed(next);
            }
            else
            {
                spans.Add(next);
            }
        }

        return spans;
    }

    /// <summary>The same days under the keys that the convention gives to days without units; null when it gives none.</summary>
    internal KeySpan? Fallback => Key.Fallback is { } key
        ? new KeySpan(From, To, key) { Parts = [.. Parts.Select(p => new KeySpan(p.From, p.To, p.Key.Fallback!))] }
        : null;

    private KeySpan Followed(KeySpan next)
    {
        var last = Parts[^1];
        IReadOnlyList<KeySpan> parts = last.Key.IsSameAs(next.Key)
            ? [.. Parts.SkipLast(1), new KeySpan(last.From, next.To, last.Key)]
            : [.. Parts, next];
        return new KeySpan(From, next.To, next.Key) { Parts = parts };
    }
}

/// <summary>A span and who takes part in it.</summary>
/// <param name="Span">Days and key.</param>
/// <param name="Contributors">In the order in which they are told; days and units are those of the span.</param>
public sealed record ContributingSpan(KeySpan Span, IReadOnlyList<Contributor> Contributors);
