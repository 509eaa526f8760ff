using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;
using Polly;
using Polly.Retry;

namespace Evaluation.Functions.Collect;

/// <summary>
/// Fetches a feed: tries again what may pass (no answer, 408, 429, 5xx) a little later each time, within limits of
/// number and time.
/// </summary>
internal sealed class Feed(FeedRequest request, FeedLimits limits, TimeProvider clock)
{
    private readonly ResiliencePipeline _tries = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = tried => ValueTask.FromResult(MayPass(tried.Outcome.Exception, limits)),
            MaxRetryAttempts = FeedLimits.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = limits.RetryDelay,
            DelayGenerator = tried => ValueTask.FromResult((tried.Outcome.Exception as FeedException)?.RetryAfter),
        })
        .Build();

    /// <summary>What a source holds now.</summary>
    /// <param name="source">Where, and how.</param>
    /// <param name="known">What it held before; null when it is to be sent in full.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="FeedException">It did not give a document within the limits; the message says why, in French.</exception>
    public async Task<FeedAnswer> FetchAsync(FeedSource source, FeedMark? known, CancellationToken cancellationToken) =>
        await _tries.ExecuteAsync(
            async token => await request.SendAsync(source, known, token), cancellationToken);

    private static bool MayPass(Exception? failure, FeedLimits limits) =>
        failure is FeedException { IsPassing: true } passing && (passing.RetryAfter ?? TimeSpan.Zero) <= limits.LongestWait;
}
