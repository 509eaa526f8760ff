namespace Evaluation.Functions.Tests.Soak;

/// <summary>A sequence of draws that the same seed gives again (SplitMix64); from one thread at a time.</summary>
internal sealed class Draws(int seed)
{
    private ulong _state = (ulong)(uint)seed;

    /// <summary>A number from 0 to less than <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
        }
    }

    /// <summary>True as often as so many times in a thousand.</summary>
    public bool Happens(int perThousand) => Below(1000) < perThousand;

    /// <summary>One of several.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
