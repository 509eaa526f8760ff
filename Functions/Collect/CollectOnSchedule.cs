using Evaluation.Functions.Operate;

namespace Evaluation.Functions.Collect;

/// <summary>Every five minutes: asks for the sources that are due.</summary>
internal static class CollectOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapWatchedTimer(nameof(CollectOnSchedule), async (services, cancellationToken) =>
        {
            var due = await services.GetRequiredService<CollectPlan>().AskForDueAsync(cancellationToken);
            return FormattableString.Invariant($"{due.Count} sources due");
        });
}
