using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>Reads a member named by its SIREN or its INSEE code.</summary>
internal static class MemberReference
{
    /// <summary>The member’s SIREN; the default one when it is told as a problem.</summary>
    /// <param name="checks">Where problems are told.</param>
    /// <param name="text">What is written.</param>
    /// <param name="pointer">Where.</param>
    /// <param name="community">Where it is looked up; null to take a SIREN as written.</param>
    public static Siren Read(DocumentChecks checks, string? text, string pointer, Community? community) =>
        community is null ? checks.Siren(text, pointer) : checks.Member(text, pointer, community);
}
