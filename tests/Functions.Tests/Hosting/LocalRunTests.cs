using Azure.Storage.Queues;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>The built app with its own triggers, as a developer runs it, on storage nobody used before.</summary>
public sealed class LocalRunTests
{
    [Fact]
    public async Task A_message_is_taken_from_a_queue_that_the_app_made()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var storage = await Azurite.StartAsync(null, cancellationToken);
        var lines = new List<string>();
        await using var app = await FunctionsApp.StartAsync(
            new Dictionary<string, string> { ["AzureWebJobsStorage"] = storage.ConnectionString },
            line =>
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            },
            cancellationToken);
        var queue = new QueueClient(
            storage.ConnectionString, "collect", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

        await queue.SendMessageAsync("""{"nothing":"known"}""", cancellationToken);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await queue.GetPropertiesAsync(limit.Token)).Value.ApproximateMessagesCount > 0)
        {
            await Task.Delay(50, limit.Token);
        }

        Assert.Equal(0, await app.StopAsync(cancellationToken));
        Assert.Contains(lines, line => line.Contains("CollectSource", StringComparison.Ordinal));
        Assert.Equal(app.Output.Count + app.Errors.Count, lines.Count);
    }
}
