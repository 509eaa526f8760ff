using System.Buffers;
using System.Text;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// Partition and row keys made of several parts, joined with <c>|</c>. It exists because Azure Tables refuses
/// <c>/ \ # ?</c> and the control characters in keys, and because the service sorts keys by their UTF-16 code units:
/// an escape must not change that order.
/// </summary>
/// <remarks>
/// A refused character is written as the allowed character next to it followed by its rank in that run, and that
/// neighbour is escaped the same way. Whatever compares below or above the run therefore still does, so encoded parts
/// sort as the parts do. In a joined key the separator sorts between <c>|</c> and <c>}</c>. The percent sign is
/// escaped too: keys travel inside addresses, where it invites being decoded twice.
/// </remarks>
internal static class TableKey
{
    /// <summary>The service's limit of 1 KiB, in the UTF-16 code units it counts.</summary>
    public const int MaxLength = 512;

    private const char Separator = '|';
    private const string Ranks = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // First and last character of each run, and the one of them that announces it.
    private static readonly (char First, char Last, char Escape)[] Runs =
    [
        ('\0', ' ', ' '),
        ('"', '#', '"'),
        ('$', '%', '$'),
        ('.', '/', '.'),
        ('>', '?', '>'),
        ('[', '\\', '['),
        ('{', '|', '{'),
        ('~', '\u009F', '~'),
    ];

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Runs.SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1)).Select(code => (char)code)]);

    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Where(code => code is < 0x20 or > 0x7E).Select(code => (char)code), .. @"/\#?"]);

    /// <summary>One key out of its parts.</summary>
    /// <exception cref="ArgumentException">No part, an unpaired surrogate, or more than 1 KiB once encoded.</exception>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("A key has at least one part.", nameof(parts));
        }

        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                key.Append(Separator);
            }

            Encode(key, parts[i]);
        }

        var joined = key.ToString();
        RequireStorable(joined, nameof(parts));
        return joined;
    }

    /// <summary>The parts of a key that <see cref="Join"/> made.</summary>
    /// <exception cref="FormatException">No such key.</exception>
    public static string[] Split(string key) => [.. key.Split(Separator).Select(Decode)];

    /// <summary>Refuses what the service would refuse as a key, which the emulator lets pass in part.</summary>
    /// <exception cref="ArgumentException">The key is too long or holds a character that keys cannot hold.</exception>
    public static void RequireStorable(string key, string name)
    {
        if (key.Length > MaxLength)
        {
            throw new ArgumentException($"A key holds at most 1 KiB ({MaxLength} UTF-16 units).", name);
        }

        if (key.AsSpan().ContainsAny(Refused))
        {
            throw new ArgumentException("A key cannot hold / \\ # ? or control characters: join it first.", name);
        }
    }

    private static void Encode(StringBuilder key, string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var character = part[i];
            if (char.IsSurrogate(character) && !IsPaired(part, i))
            {
                throw new ArgumentException("A key part holds half a surrogate pair.", nameof(part));
            }

            if (!Escaped.Contains(character))
            {
                key.Append(character);
                continue;
            }

            var run = Array.Find(Runs, run => character >= run.First && character <= run.Last);
            key.Append(run.Escape).Append(Ranks[character - run.First]);
        }
    }

    private static bool IsPaired(string text, int index) => char.IsHighSurrogate(text[index])
        ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
        : index > 0 && char.IsHighSurrogate(text[index - 1]);

    private static string Decode(string part)
    {
        if (!part.AsSpan().ContainsAny(Escaped))
        {
            return part;
        }

        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (!Escaped.Contains(part[i]))
            {
                text.Append(part[i]);
                continue;
            }

            var run = Array.Find(Runs, run => run.Escape == part[i]);
            i++;
            var rank = i < part.Length ? Ranks.IndexOf(part[i], StringComparison.Ordinal) : -1;
            if (run == default || rank < 0 || rank > run.Last - run.First)
            {
                throw new FormatException("The key was not made by this codec.");
            }

            text.Append((char)(run.First + rank));
        }

        return text.ToString();
    }
}
