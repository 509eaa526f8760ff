using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>Reads one queue and calls its function for every message, by the rules of the host's queue trigger.</summary>
internal sealed partial class LocalQueue(
    string function, QueueClient queue, QueueClient poison, HostFile rules, LocalTriggerSettings settings, TriggerCall call,
    TimeProvider clock, ILogger<LocalQueue> logger)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);

    public async Task RunAsync(CancellationToken stopping)
    {
        List<Task> underWay = [];
        try
        {
            var pause = ShortestPause;
            while (true)
            {
                underWay.RemoveAll(work => work.IsCompleted);
                if (underWay.Count > rules.NewBatchThreshold)
                {
                    await Task.WhenAny(underWay).WaitAsync(stopping);
                    continue;
                }

                var messages = await ReceiveAsync(stopping);
                underWay.AddRange(messages.Select(message => HandleAsync(message, stopping)));
                if (messages is [])
                {
                    await Task.Delay(pause, clock, stopping);
                    pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, settings.MaxPollingInterval.Ticks));
                }
                else
                {
                    pause = ShortestPause;
                }
            }
        }
        finally
        {
            await Task.WhenAll(underWay);
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stopping)
    {
        try
        {
            return await queue.ReceiveMessagesAsync(rules.BatchSize, settings.MessageLease, stopping);
        }
        catch (RequestFailedException e)
        {
            LogUnreachable(queue.Name, e);
            await Task.Delay(settings.MaxPollingInterval, clock, stopping);
            return [];
        }
    }

    private async Task HandleAsync(QueueMessage message, CancellationToken stopping)
    {
        try
        {
            await WorkOnAsync(message, stopping);
        }
        catch (RequestFailedException e)
        {
            // Nothing is lost: the message shows again when its lease ends.
            LogUnsettled(message.MessageId, queue.Name, e);
        }
    }

    private async Task WorkOnAsync(QueueMessage message, CancellationToken stopping)
    {
        if (Body(message) is not { } body)
        {
            await PutAsideAsync(message, message.PopReceipt);
            return;
        }

        using var lease = new MessageLease(queue, message, settings.MessageLease, clock, logger);
        lease.Start();
        var outcome = await call(function, TriggerInput.OfQueue(message, body), stopping);
        var receipt = await lease.EndAsync();
        if (outcome.Succeeded)
        {
            await queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);
        }
        else if (stopping.IsCancellationRequested)
        {
            // Cut off by the end of the run, not failed: it shows again when its lease ends.
        }
        else if (message.DequeueCount >= rules.MaxDequeueCount)
        {
            await PutAsideAsync(message, receipt);
        }
        else
        {
            await queue.UpdateMessageAsync(
                message.MessageId, receipt, (string?)null, rules.VisibilityTimeout, CancellationToken.None);
        }
    }

    private async Task PutAsideAsync(QueueMessage message, string receipt)
    {
        await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await poison.SendMessageAsync(
            message.MessageText, visibilityTimeout: null, timeToLive: NeverExpires, CancellationToken.None);
        await queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);
        LogPutAside(message.MessageId, poison.Name, message.DequeueCount);
    }

    private static byte[]? Body(QueueMessage message)
    {
        var bytes = new byte[message.MessageText.Length];
        return Convert.TryFromBase64String(message.MessageText, bytes, out var length) ? bytes[..length] : null;
    }

    [LoggerMessage(EventId = 922, Level = LogLevel.Warning, Message = "Local trigger: queue {Queue} cannot be read")]
    private partial void LogUnreachable(string queue, Exception exception);

    [LoggerMessage(EventId = 923, Level = LogLevel.Warning, Message = "Local trigger: message {Id} of queue {Queue} was worked on, but could not be settled")]
    private partial void LogUnsettled(string id, string queue, Exception exception);

    [LoggerMessage(EventId = 924, Level = LogLevel.Error, Message = "Local trigger: message {Id} went to {Queue} after {Tries} tries")]
    private partial void LogPutAside(string id, string queue, long tries);
}
