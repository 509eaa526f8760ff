using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Collect;

/// <summary>Every five minutes: asks for the sources that are due.</summary>
internal static class CollectOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(CollectOnSchedule), async (_, services, cancellationToken) =>
        {
            var due = await services.GetRequiredService<CollectPlan>().AskForDueAsync(cancellationToken);
            return FormattableString.Invariant($"{due.Count} sources due");
        });
}
