using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Evaluation.Functions.Hosting;

/// <summary>Everything that makes this program a worker of the Functions host.</summary>
internal static class HostingSetup
{
    // The limit of the Functions host itself.
    private const long BodyLimit = 100L * 1024 * 1024;

    // What is under way may end; then the host ends the process.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    /// <param name="builder">The app being built.</param>
    /// <param name="pipeline">What the site does with a request.</param>
    /// <exception cref="StartUpException">A setting is missing or cannot be read.</exception>
    public static void AddHosting(this FunctionsApplicationBuilder builder, Action<IApplicationBuilder> pipeline)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.AddLogs();
        var local = LocalRun.From(builder.Configuration, builder.Environment);
        builder.Services
            .Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit)
            .Configure<KestrelServerOptions>(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = BodyLimit;
            })
            .AddSingleton(ClockSetting.Read(builder.Configuration, builder.Environment))
            .AddSingleton(local)
            .AddHttpContextAccessor()
            .AddSingleton(services => new Site(services, pipeline))
            .AddSingleton<TimerSchedules>();
        builder.Services.DoWithoutKeyRing();
        builder.Services.AddTelemetry(builder.Configuration);
        if (local.IsIt)
        {
            builder.Services.AddHostedService<StopWhenInputEnds>();
        }
    }

    // The worker's extension brings MVC, and with it a ring of keys that is made and written at the start. Nothing here
    // is protected by it.
    private static void DoWithoutKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var start in services
            .Where(service => service.ImplementationType?.FullName == "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService")
            .ToArray())
        {
            services.Remove(start);
        }
    }
}
