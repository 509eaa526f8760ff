using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Report;

/// <summary>Builds one report.</summary>
internal static class BuildReport
{
    public static void Map(WebApplication app) =>
        app.MapQueue(nameof(BuildReport), (message, _, _) => Task.FromResult($"Built {message.Id}."));
}
