using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Collect;

/// <summary>Collects one source.</summary>
internal static class CollectSource
{
    public static void Map(WebApplication app) =>
        app.MapQueue(nameof(CollectSource), (message, _, _) => Task.FromResult($"Collected {message.Id}."));
}
