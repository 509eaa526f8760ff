using System.Globalization;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>
/// What <c>host.json</c> says about queues and time-outs, with the host's own defaults. A setting
/// <c>AzureFunctionsJobHost__extensions__queues__…</c> overrides it, as it does in the host.
/// </summary>
/// <param name="BatchSize">How many messages are taken at a time.</param>
/// <param name="NewBatchThreshold">At how many under way the next ones are taken.</param>
/// <param name="MaxDequeueCount">How often a message is tried.</param>
/// <param name="VisibilityTimeout">How long a message that failed is hidden until the next try.</param>
/// <param name="FunctionTimeout">How long a function may take; null without limit.</param>
internal sealed record HostFile(
    int BatchSize, int NewBatchThreshold, int MaxDequeueCount, TimeSpan VisibilityTimeout, TimeSpan? FunctionTimeout)
{
    /// <exception cref="StandInException">A value cannot be read.</exception>
    public static HostFile Read(string root, IConfiguration overrides)
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(root, "host.json"), optional: false).Build();
        string? Value(string key) => overrides[$"AzureFunctionsJobHost:{key}"] ?? file[key];

        int Count(string key, int otherwise) => Value($"extensions:queues:{key}") switch
        {
            null => otherwise,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
            var text => throw Unreadable(key, text),
        };

        TimeSpan Span(string key, TimeSpan otherwise) => Value(key) switch
        {
            null => otherwise,
            "-1" => TimeSpan.MaxValue,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => span,
            var text => throw Unreadable(key, text),
        };

        var batchSize = Math.Clamp(Count("batchSize", 16), 1, 32);
        var limit = Span("functionTimeout", TimeSpan.FromMinutes(30));
        return new HostFile(
            batchSize,
            Count("newBatchThreshold", batchSize / 2),
            Math.Max(1, Count("maxDequeueCount", 5)),
            Span("extensions:queues:visibilityTimeout", TimeSpan.Zero),
            limit == TimeSpan.MaxValue ? null : limit);
    }

    private static StandInException Unreadable(string key, string text) =>
        new($"The value of {key} in host.json, \"{text}\", cannot be read.");
}
