namespace Evaluation.Core.Problems;

/// <summary>
/// The written form of the domain's enumerations in documents, storage and API: the member's name with a lower-case
/// first letter (<c>ServiceCommun</c> is <c>serviceCommun</c>).
/// </summary>
public static class DomainCode
{
    /// <summary>The written form of a member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Written(value.ToString());

    /// <summary>Every written form, in order of declaration.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(Written);

    /// <summary>Reads a written form, exactly; numbers and other spellings are refused.</summary>
    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(Of(candidate), text, StringComparison.Ordinal))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Written(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
