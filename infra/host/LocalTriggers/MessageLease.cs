using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>Keeps a message hidden from others while a function works on it.</summary>
internal sealed partial class MessageLease(
    QueueClient queue, QueueMessage message, TimeSpan length, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private string _receipt = message.PopReceipt;
    private Task _renewing = Task.CompletedTask;

    public void Start() => _renewing = RenewAsync();

    /// <summary>Ends the renewing and gives the receipt that the last renewal left.</summary>
    public async Task<string> EndAsync()
    {
        await _ending.CancelAsync();
        await _renewing;
        return _receipt;
    }

    public void Dispose() => _ending.Dispose();

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(length / 2, clock, _ending.Token);
                // Not to be cut off: it would leave a receipt nobody knows.
                var renewed = await queue.UpdateMessageAsync(
                    message.MessageId, _receipt, (string?)null, length, CancellationToken.None);
                _receipt = renewed.Value.PopReceipt;
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The work has ended.
        }
        catch (RequestFailedException e)
        {
            LogLost(message.MessageId, e);
        }
    }

    [LoggerMessage(EventId = 921, Level = LogLevel.Warning, Message = "Local trigger: message {Id} could not be kept hidden and may be delivered twice")]
    private partial void LogLost(string id, Exception exception);
}
