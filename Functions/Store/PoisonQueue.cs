using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Store;

/// <summary>
/// Puts messages aside that cannot be worked on, where the host would put them after its last try:
/// <c>&lt;queue&gt;-poison</c>, with the body unchanged, so that sending it back is all a replay takes.
/// </summary>
internal sealed partial class PoisonQueue(QueueServiceClient queues, ILogger<PoisonQueue> logger)
{
    public static string NameFor(string queue) => $"{queue}-poison";

    public async Task PutAsideAsync(
        string queue, QueueMessage message, PermanentFailureException cause, CancellationToken cancellationToken)
    {
        var poison = queues.GetQueueClient(NameFor(queue));
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poison.SendMessageAsync(
            message.Body, visibilityTimeout: null, timeToLive: NeverExpires, cancellationToken);
        LogPutAside(message.MessageId, queue, cause.Message, cause);
    }

    // What Queue storage takes for "for ever"; left out, a message would be gone after seven days.
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);

    [LoggerMessage(EventId = 901, Level = LogLevel.Error, Message = "Message {Id} of queue {Queue} was put aside: {Cause}")]
    private partial void LogPutAside(string id, string queue, string cause, Exception exception);
}
