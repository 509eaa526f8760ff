namespace Evaluation.Functions.Http;

/// <summary>What addresses put into keys of tables, which are bounded.</summary>
internal static class Admissible
{
    /// <summary>The most letters of such a name: an address with a longer one leads nowhere.</summary>
    public const int LongestName = 80;

    /// <summary>Those names.</summary>
    public static readonly IReadOnlyList<string> Names = ["id", "kind", "period", "member"];
}
