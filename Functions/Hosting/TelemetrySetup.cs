using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Evaluation.Functions.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// Who listens to <see cref="Signals"/>, by setting: a collector that speaks OTLP, Azure Monitor, both, or nobody, in which
/// case nothing of OpenTelemetry is loaded.
/// </summary>
internal static class TelemetrySetup
{
    private const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string AzureSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AzureIdentitySetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string ClientId = "ClientId=";

    /// <exception cref="StartUpException">The address of the collector is no address.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SuccessAges>();
        var otlp = configuration[OtlpSetting];
        var azure = configuration[AzureSetting];
        if (!string.IsNullOrEmpty(otlp) && (!Uri.TryCreate(otlp, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
        {
            throw new StartUpException($"The setting {OtlpSetting} is not an address that begins with http:// or https://.");
        }

        if (!string.IsNullOrEmpty(otlp) || !string.IsNullOrEmpty(azure))
        {
            Listen(services, !string.IsNullOrEmpty(otlp), azure, IdentityOf(configuration[AzureIdentitySetting]));
        }
    }

    private static void Listen(IServiceCollection services, bool otlp, string? azure, TokenCredential? identity)
    {
        void Azure(AzureMonitorExporterOptions options) => (options.ConnectionString, options.Credential) = (azure, identity);

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Signals.Name, autoGenerateServiceInstanceId: false))
            .WithTracing(traces =>
            {
                // All of a trace or nothing: who called may not have asked for one.
                traces.AddSource(Signals.Name).SetSampler(new AlwaysOnSampler());
                _ = otlp ? traces.AddOtlpExporter() : traces;
                _ = string.IsNullOrEmpty(azure) ? traces : traces.AddAzureMonitorTraceExporter(Azure);
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Signals.Name);
                _ = otlp ? metrics.AddOtlpExporter() : metrics;
                _ = string.IsNullOrEmpty(azure) ? metrics : metrics.AddAzureMonitorMetricExporter(Azure);
            });
    }

    // ClientId=…;Authorization=AAD, as the host reads it.
    private static ManagedIdentityCredential? IdentityOf(string? authentication) =>
        authentication?.Split(';').FirstOrDefault(part => part.StartsWith(ClientId, StringComparison.OrdinalIgnoreCase)) is { } part
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(part[ClientId.Length..]))
            : null;
}
