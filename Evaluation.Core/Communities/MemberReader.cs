using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>Reads the name of a member, SIREN or INSEE code, against its community.</summary>
internal static class MemberReader
{
    public static Siren Member(this DocumentChecks checks, string? text, string pointer, Community community)
    {
        if (string.IsNullOrEmpty(text))
        {
            checks.RequiredText(text, pointer);
            return default;
        }

        if (community.Find(text) is { } member)
        {
            return member.Siren;
        }

        checks.Add(Refusals.MemberUnknown, pointer, Excerpt.Of(text));
        return default;
    }

    /// <summary>The same, where the community itself is named too, member or not.</summary>
    public static Siren MemberOrCommunity(this DocumentChecks checks, string? text, string pointer, Community community) =>
        text == community.Siren.ToString() ? community.Siren : checks.Member(text, pointer, community);
}
