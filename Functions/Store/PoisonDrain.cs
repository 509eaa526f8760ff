using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Evaluation.Functions.Store;

/// <summary>
/// Moves what lies in the poison queues into table <c>Poison</c>, where people see it with its cause: first the row,
/// then the deletion, so that a crash in between moves the same message again onto the same row.
/// </summary>
/// <param name="queues">Poison queues of any encoding: texts are read as they are.</param>
/// <param name="store">Where they are kept.</param>
/// <param name="runs">Tells why the run of a message did not end well.</param>
internal sealed class PoisonDrain(QueueServiceClient queues, PoisonStore store, RunLedger runs)
{
    private const int MostAtOnce = 32;
    private const int MostBatches = 10;
    private const int LongestBody = 8_000;
    private const string NoRun = "Ce message ne désigne aucune opération connue\u00A0: abandonnez-le.";
    private const string NoCause = "Le traitement s’est arrêté cinq fois sans dire pourquoi\u00A0: voyez le journal de l’application.";

    /// <summary>How long a message that is being moved is seen by nobody else.</summary>
    public TimeSpan Hidden { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many messages were moved.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var queue in StorageNames.Queues)
        {
            var poison = queues.GetQueueClient(PoisonQueue.NameFor(queue));
            for (var batch = 0; batch < MostBatches; batch++)
            {
                var messages = await ReceiveAsync(poison, cancellationToken);
                foreach (var message in messages)
                {
                    await store.AddAsync(await ReadAsync(queue, message, cancellationToken), cancellationToken);
                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                    moved++;
                }

                if (messages.Length == 0)
                {
                    break;
                }
            }
        }

        return moved;
    }

    private async Task<QueueMessage[]> ReceiveAsync(QueueClient poison, CancellationToken cancellationToken)
    {
        try
        {
            return await poison.ReceiveMessagesAsync(MostAtOnce, Hidden, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // Made when the first message is put aside.
            return [];
        }
    }

    private async Task<PoisonedMessage> ReadAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        var body = Decoded(message.Body.ToString());
        var run = await runs.FindAsync(body, cancellationToken);
        var insertedOn = message.InsertedOn ?? DateTimeOffset.UnixEpoch;
        return new PoisonedMessage(
            PoisonedMessage.IdOf(queue, message.MessageId, insertedOn),
            queue,
            body.Length > LongestBody ? body[..LongestBody] : body,
            run is null ? NoRun : run.Outcome ?? run.LastError ?? NoCause,
            insertedOn,
            run?.Attempts ?? 0,
            run?.OperationId);
    }

    // What is no Base64, or no text in it, is shown as it came.
    private static string Decoded(string wire)
    {
        var bytes = new byte[wire.Length];
        if (!Convert.TryFromBase64String(wire, bytes, out var length))
        {
            return wire;
        }

        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        return text.Contains('\uFFFD', StringComparison.Ordinal) || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? wire : text;
    }
}
