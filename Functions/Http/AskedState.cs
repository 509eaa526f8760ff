using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>The state that a list is asked to keep to.</summary>
internal static class AskedState
{
    /// <summary>The state; null when none is asked for.</summary>
    /// <exception cref="RefusalException">400 when there is no such state.</exception>
    public static T? Read<T>(string? text)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        return DomainCode.TryParse<T>(text, out var state)
            ? state
            : throw EdgeRefusals.StateUnknown.Refused(string.Join(", ", DomainCode.All<T>()));
    }
}
