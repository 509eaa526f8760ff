namespace Evaluation.Core.Problems;

/// <summary>
/// The written form of the domain's enumerations in documents, storage and API: the member's name with a lower-case
/// first letter (<c>ServiceCommun</c> is <c>serviceCommun</c>).
/// </summary>
public static class DomainCode
{
    /// <summary>The written form of a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var at = Array.IndexOf(Members<T>.Values, value);
        return at >= 0 ? Members<T>.Written[at] : throw new ArgumentOutOfRangeException(nameof(value), value, null);
    }

    /// <summary>Every written form, in order of declaration.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Members<T>.Written;

    /// <summary>Reads a written form, exactly; numbers and other spellings are refused.</summary>
    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        var at = Array.IndexOf(Members<T>.Written, text);
        value = at >= 0 ? Members<T>.Values[at] : default;
        return at >= 0;
    }

    // Written once: values are stored and read by the ten thousand.
    private static class Members<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Written = Array.ConvertAll(Enum.GetNames<T>(), name => char.ToLowerInvariant(name[0]) + name[1..]);
    }
}
