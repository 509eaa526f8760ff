using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Telemetry;

/// <summary>
/// Tells of each operation on storage, its retries included. The package’s own spans name rows, blobs and queries, and with
/// them people and keys; these name the table, the container or the queue.
/// </summary>
/// <param name="kind">Which service: <c>table</c>, <c>blob</c> or <c>queue</c>.</param>
internal sealed class StorageSignals(string kind) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var span = Begin(message);
        var outcome = "failed";
        try
        {
            ProcessNext(message, pipeline);
            outcome = OutcomeOf(message);
        }
        finally
        {
            End(message, span, outcome);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var span = Begin(message);
        var outcome = "failed";
        try
        {
            await ProcessNextAsync(message, pipeline);
            outcome = OutcomeOf(message);
        }
        finally
        {
            End(message, span, outcome);
        }
    }

    private Activity? Begin(HttpMessage message)
    {
        var span = Signals.Source.StartActivity("storage", ActivityKind.Client);
        return span?.SetTag("kind", kind).SetTag("method", MethodOf(message)).SetTag("name", NameOf(message.Request.Uri));
    }

    private void End(HttpMessage message, Activity? span, string outcome)
    {
        span?.SetTag("outcome", outcome);
        if (outcome == "failed")
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        if (Signals.StorageOperations.Enabled)
        {
            Signals.StorageOperations.Add(1, new("kind", kind), new("method", MethodOf(message)), new("outcome", outcome));
        }
    }

    private static string MethodOf(HttpMessage message) =>
        message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? "transaction" : message.Request.Method.ToString();

    // A refusal is often an answer: there is no such row, or someone else wrote first.
    private static string OutcomeOf(HttpMessage message) => message.Response.Status switch
    {
        < 400 => "done",
        429 or >= 500 => "failed",
        _ => "refused",
    };

    // The first part of the path; the second where the first is the account, as in the emulator. A transaction names its
    // table in its body only.
    private string NameOf(RequestUriBuilder address) =>
        address.Path.TrimStart('/').Split('/', '(')
            .ElementAtOrDefault(address.Host?.Contains($".{kind}.", StringComparison.Ordinal) is true ? 0 : 1) ?? "";
}
