using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;
using Polly.Registry;

namespace Evaluation.Functions.Collect;

/// <summary>
/// Fetches a feed: tries again what may pass (no answer, 408, 429, 5xx, an answer that breaks off) a little later each
/// time, within limits of number and time. A try is the whole of a fetch, from the first connection to the last byte of
/// the body, redirects included: so the tries stand around it, not inside the client.
/// </summary>
internal sealed class Feed(FeedRequest request, ResiliencePipelineProvider<string> pipelines)
{
    public const string PipelineName = "feed";

    /// <summary>What a source holds now.</summary>
    /// <param name="source">Where, and how.</param>
    /// <param name="known">What it held before; null when it is to be sent in full.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="FeedException">It did not give a document within the limits; the message says why, in French.</exception>
    public async Task<FeedAnswer> FetchAsync(FeedSource source, FeedMark? known, CancellationToken cancellationToken) =>
        await pipelines.GetPipeline(PipelineName).ExecuteAsync(
            async token => await request.SendAsync(source, known, token), cancellationToken);
}
