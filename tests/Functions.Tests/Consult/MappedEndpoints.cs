using Evaluation.Functions.Consult.Routes;
using Evaluation.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>The endpoints of the site, as the app maps them.</summary>
internal static class MappedEndpoints
{
    /// <summary>Those of Azure, or of a developer’s machine.</summary>
    /// <param name="isLocal">Whether the stand-in started the app in Development.</param>
    /// <param name="settings">More settings.</param>
    public static IReadOnlyList<RouteEndpoint> Of(bool isLocal, params KeyValuePair<string, string?>[] settings)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(
            [new("AzureWebJobsStorage", "UseDevelopmentStorage=true"), new("LocalRun", isLocal ? "true" : null), .. settings]);
        builder.Environment.EnvironmentName = isLocal ? Environments.Development : Environments.Production;
        List<RouteEndpoint> mapped = [];
        builder.AddHosting(site => site.UseRouting().UseEndpoints(endpoints =>
        {
            Api.Map(endpoints);
            Portal.Map(endpoints);
            mapped.AddRange(endpoints.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>());
        }));
        builder.Services.AddSteps(builder.Configuration);
        using var app = builder.Build();
        app.Services.GetRequiredService<Site>();
        return mapped;
    }
}
