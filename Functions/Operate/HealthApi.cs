using Evaluation.Functions.Administer;
using Evaluation.Functions.Consult;

namespace Evaluation.Functions.Operate;

internal sealed record HealthState(string State);

/// <summary>Whether the process lives, whether it reaches its storage, whether its work in the background goes on.</summary>
internal static class HealthApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/health/live", () => Results.Json(new HealthState("live"), ApiJson.Answers.HealthState)).Require(Right.None);
        api.MapGet("/health/ready", Ready).Require(Right.None);
        api.MapGet("/health/jobs", Jobs).Require(Right.Administer).WithinPatience();
    }

    private static async Task<IResult> Ready(StorageReach storage, CancellationToken cancellationToken)
    {
        var faults = await storage.FaultsAsync(cancellationToken);
        return faults.Count == 0
            ? Results.Json(new HealthState("ready"), ApiJson.Answers.HealthState)
            : throw ApiErrors.Unavailable($"Le stockage ne répond pas. {string.Join("\u00A0; ", faults)}.");
    }

    private static async Task<IResult> Jobs(JobsWatch watch, CancellationToken cancellationToken) =>
        Results.Json(await watch.LookAsync(cancellationToken), ApiJson.Answers.JobsHealth);
}
