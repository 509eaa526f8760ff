using Evaluation.Core.Communities;

namespace Evaluation.Functions.Callers;

/// <summary>Which runs a caller is told of.</summary>
internal static class FollowedRuns
{
    private const char Separator = '~';

    /// <summary>
    /// Whether a caller may follow a run, by its id: job, community, service and what else, joined by <c>~</c>. One that
    /// names no community is the administrator’s.
    /// </summary>
    public static bool MayFollow(this Caller caller, string operationId) =>
        operationId.Split(Separator) is [_, var community, var service, ..] && Siren.TryParse(community, out var siren)
            ? caller.May(Right.Read, siren, service)
            : caller.May(Right.Administer);
}
