namespace Evaluation.Core.Tests.Given;

/// <summary>Draws from a number: the same number and the same words draw the same.</summary>
internal sealed class Draws(int number)
{
    /// <summary>One of some.</summary>
    public T Pick<T>(IReadOnlyList<T> from, string what) => from[Below(from.Count, what)];

    /// <summary>A whole number from 0.</summary>
    // FNV-1a: a string’s own hash code changes from run to run.
    public int Below(int below, string what)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var letter in $"{number}:{what}")
            {
                hash = (hash ^ letter) * 16777619u;
            }

            hash = (hash ^ (hash >> 15)) * 2246822519u;
            return (int)((hash ^ (hash >> 13)) % (uint)below);
        }
    }
}
