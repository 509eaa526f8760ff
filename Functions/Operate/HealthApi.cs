using Evaluation.Functions.Administer;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

internal sealed record HealthState(string State);

/// <summary>Whether the process lives, whether it reaches its storage, whether its work in the background goes on.</summary>
internal static class HealthApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/health/live", () => Results.Json(new HealthState("live"), ApiJson.Answers.HealthState)).Require(Right.None);
        api.MapGet("/health/ready", Ready).Require(Right.None);
        api.MapGet("/health/jobs", Jobs).Require(Right.Administer);
    }

    // One cheap read: when it fails, ApiErrors answers 503 like everywhere else.
    private static async Task<IResult> Ready(RunLedger runs, CancellationToken cancellationToken)
    {
        await runs.FindAsync("health~ready", cancellationToken);
        return Results.Json(new HealthState("ready"), ApiJson.Answers.HealthState);
    }

    private static async Task<IResult> Jobs(JobsWatch watch, CancellationToken cancellationToken) =>
        Results.Json(await watch.LookAsync(cancellationToken), ApiJson.Answers.JobsHealth);
}
