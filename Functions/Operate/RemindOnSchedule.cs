using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Operate;

/// <summary>Reminds of what is late.</summary>
internal static class RemindOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(RemindOnSchedule), (_, _, _) => Task.FromResult("Nothing is late."));
}
