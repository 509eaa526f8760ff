using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

internal sealed record HealthState(string State);

/// <summary>Whether the process lives, whether it reaches its storage, whether its work in the background goes on.</summary>
internal static class HealthApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/health/live", Live).Require(Right.None)
            .WithSummary("Le programme vit.")
            .Answers(() => OperateJson.Answers.HealthState);
        api.MapGet("/health/ready", Ready).Require(Right.None)
            .WithSummary("Le programme atteint son stockage ; réponse en deux secondes.")
            .Answers(() => OperateJson.Answers.HealthState);
        api.MapGet("/health/jobs", Jobs).Require(Right.Administer).WithinPatience()
            .WithSummary("Comment vont les tâches de fond : minuteries, exécutions, messages mis de côté.")
            .Answers(() => OperateJson.Answers.JobsHealth);
    }

    private static IResult Live() => Results.Json(new HealthState("live"), OperateJson.Answers.HealthState);

    private static async Task<IResult> Ready(StorageReach storage, CancellationToken cancellationToken)
    {
        var faults = await storage.FaultsAsync(cancellationToken);
        if (faults.Count == 0)
        {
            return Results.Json(new HealthState("ready"), OperateJson.Answers.HealthState);
        }

        var silent = faults.Where(fault => !fault.IsMissing).ToArray();
        throw silent.Length > 0
            ? ApiErrors.Unavailable($"Le stockage ne répond pas. {Words(silent)}.")
            : EdgeRefusals.StorageMissing.Refused(Words(faults));
    }

    private static string Words(IEnumerable<StorageFault> faults) => string.Join("\u00A0; ", faults.Select(fault => fault.Words));

    private static async Task<IResult> Jobs(JobsWatch watch, CancellationToken cancellationToken) =>
        Results.Json(await watch.LookAsync(cancellationToken), OperateJson.Answers.JobsHealth);
}
