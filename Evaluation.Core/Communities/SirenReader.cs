using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>Reads the SIREN of a document.</summary>
internal static class SirenReader
{
    /// <summary>The number; nothing, and a problem, when it is none.</summary>
    public static Siren Siren(this DocumentChecks checks, string? value, string pointer)
    {
        if (Communities.Siren.TryParse(value, out var siren))
        {
            return siren;
        }

        checks.Add(Refusals.SirenInvalid, pointer);
        return default;
    }
}
