namespace Evaluation.Core.Communities;

/// <summary>
/// The national number of a public body: nine digits, the last a Luhn check (domain rule, docs/spec/identifiers.md).
/// </summary>
/// <remarks>Ordered as text. The default value is no number; its text is empty.</remarks>
public readonly record struct Siren : IComparable<Siren>
{
    private readonly string? _digits;

    private Siren(string digits) => _digits = digits;

    /// <summary>Reads exactly nine ASCII digits whose Luhn sum is right.</summary>
    public static bool TryParse(string? text, out Siren siren)
    {
        siren = default;
        if (text is not { Length: 9 } || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var digit = text[i] - '0';
            var weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        if (sum % 10 != 0)
        {
            return false;
        }

        siren = new Siren(text);
        return true;
    }

    /// <summary>Reads a number that is known to be right, from storage or code.</summary>
    /// <exception cref="FormatException">It is not a SIREN.</exception>
    public static Siren Parse(string text) =>
        TryParse(text, out var siren) ? siren : throw new FormatException($"'{text}' is not a SIREN.");

    /// <inheritdoc/>
    public int CompareTo(Siren other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The nine digits.</summary>
    public override string ToString() => _digits ?? "";

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator <(Siren left, Siren right) => left.CompareTo(right) < 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator >(Siren left, Siren right) => left.CompareTo(right) > 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator <=(Siren left, Siren right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator >=(Siren left, Siren right) => left.CompareTo(right) >= 0;
}
