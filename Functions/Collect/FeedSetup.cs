using System.Net;
using Evaluation.Functions.Hosting;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Evaluation.Functions.Collect;

/// <summary>What pulling feeds needs.</summary>
internal static class FeedSetup
{
    /// <param name="services">Where it is added.</param>
    /// <param name="resolve">Gives the addresses of a name; the system’s when null.</param>
    public static IServiceCollection AddFeeds(
        this IServiceCollection services, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        // Its handler lives as long as the process: connections are renewed by their own age. Nothing logs the headers.
        services.AddHttpClient(FeedRequest.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => FeedConnections.Handler(
                provider.GetRequiredService<FeedAddresses>().AllowsLoopback, resolve))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddResiliencePipeline(Feed.PipelineName, (tries, context) =>
        {
            var limits = context.ServiceProvider.GetRequiredService<FeedLimits>();
            tries.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            tries.AddRetry(Retries(limits));
        });
        services.AddSettings<CollectOptions>(CollectOptions.Section)
            .Validate(o => CollectOptions.IsTime(o.TimeLimit), "The setting Collect__TimeLimit must be a time such as 00:00:30, at most a minute.")
            .Validate(o => CollectOptions.IsTime(o.RetryDelay), "The setting Collect__RetryDelay must be a time such as 00:00:02, at most a minute.");
        return services
            .AddSingleton<FeedAddresses>()
            .AddSingleton<FeedSecrets>()
            .AddSingleton(provider => FeedLimits.From(provider.GetRequiredService<IOptions<CollectOptions>>().Value))
            .AddSingleton<FeedRequest>()
            .AddSingleton<Feed>();
    }

    // What may pass is tried again a little later each time, or when the source says.
    private static RetryStrategyOptions Retries(FeedLimits limits) => new()
    {
        ShouldHandle = tried => ValueTask.FromResult(
            tried.Outcome.Exception is FeedException { IsPassing: true } passing
            && (passing.RetryAfter ?? TimeSpan.Zero) <= limits.LongestWait),
        MaxRetryAttempts = FeedLimits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = limits.RetryDelay,
        DelayGenerator = tried => ValueTask.FromResult((tried.Outcome.Exception as FeedException)?.RetryAfter),
    };
}
