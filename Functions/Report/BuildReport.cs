using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Report;

/// <summary>Builds the report that a message of queue <c>reports</c> names.</summary>
internal static class BuildReport
{
    public static void Map(WebApplication app) =>
        app.MapQueue(nameof(BuildReport), (message, services, cancellationToken) =>
            services.GetRequiredService<ReportBuild>().BuildAsync(message, cancellationToken));
}
