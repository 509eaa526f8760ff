using System.Text;

namespace Evaluation.Local.Demonstration;

/// <summary>
/// A stand-in for chance that never changes: the same seed and words give the same draw, on every machine.
/// </summary>
internal sealed class Chance(string seed)
{
    /// <summary>A number from 0 to less than 1, in steps of a millionth.</summary>
    public decimal Draw(string words)
    {
        unchecked
        {
            // FNV-1a, then the finishing mix of SplitMix64, which spreads words that differ by one letter.
            var hash = 14695981039346656037UL;
            foreach (var octet in Encoding.UTF8.GetBytes($"{seed}|{words}"))
            {
                hash = (hash ^ octet) * 1099511628211UL;
            }

            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return ((hash ^ (hash >> 31)) % 1_000_000UL) / 1_000_000m;
        }
    }

    /// <summary>A number around <paramref name="middle"/>, at most <paramref name="spread"/> (0 to 1) away from it.</summary>
    public decimal Around(decimal middle, decimal spread, string words) =>
        middle * (1 - spread + (2 * spread * Draw(words)));

    /// <summary>A whole count near what is expected; a small expectation is mostly 0, sometimes 1.</summary>
    public decimal Count(decimal expected, string words) =>
        decimal.Floor(Around(expected, 0.1m, words) + Draw($"{words}|unit"));

    /// <summary>A whole part of a whole, never more than it.</summary>
    public decimal Part(decimal whole, decimal rate, string words) =>
        decimal.Clamp(decimal.Floor((whole * Around(rate, 0.015m, words)) + Draw($"{words}|unit")), 0, whole);
}
