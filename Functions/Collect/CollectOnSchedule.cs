using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Collect;

/// <summary>Asks for the collection of every source that is due.</summary>
internal static class CollectOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(CollectOnSchedule), (_, _, _) => Task.FromResult("No source is due."));
}
