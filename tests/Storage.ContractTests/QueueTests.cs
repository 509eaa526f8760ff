using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Storage.ContractTests;

public class QueueTests(StorageEmulator storage)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_received_message_is_hidden_until_its_time_is_up_and_counts_its_receptions()
    {
        var queue = await NewQueueAsync(QueueMessageEncoding.Base64);
        await queue.SendMessageAsync("work", Stop);

        QueueMessage first = await queue.ReceiveMessageAsync(Long, Stop);
        Assert.Equal(1, first.DequeueCount);
        Assert.Null((await queue.ReceiveMessageAsync(Long, Stop)).Value);

        await queue.UpdateMessageAsync(
            first.MessageId, first.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Stop);
        QueueMessage second = await queue.ReceiveMessageAsync(Long, Stop);
        Assert.Equal((first.MessageId, 2L, "work"), (second.MessageId, second.DequeueCount, second.MessageText));

        await queue.DeleteMessageAsync(second.MessageId, second.PopReceipt, Stop);
        await queue.ClearMessagesAsync(Stop);
        Assert.Null((await queue.ReceiveMessageAsync(Long, Stop)).Value);
    }

    [Fact]
    public async Task A_message_sent_for_later_is_not_there_yet()
    {
        var queue = await NewQueueAsync(QueueMessageEncoding.Base64);
        await queue.SendMessageAsync("later", visibilityTimeout: Long, cancellationToken: Stop);
        Assert.Null((await queue.ReceiveMessageAsync(Long, Stop)).Value);
        Assert.Equal(1, (await queue.GetPropertiesAsync(Stop)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Messages_travel_as_base64_so_that_any_text_comes_back()
    {
        const string Text = "{\"nom\":\"L’été « 1\u202F234 » <&> \U0001F4A7\"}";
        var queue = await NewQueueAsync(QueueMessageEncoding.Base64);
        await queue.SendMessageAsync(Text, Stop);

        var raw = new QueueClient(storage.ConnectionString, queue.Name);
        PeekedMessage travelled = await raw.PeekMessageAsync(Stop);
        Assert.Equal(Text, Encoding.UTF8.GetString(Convert.FromBase64String(travelled.MessageText)));
        QueueMessage received = await queue.ReceiveMessageAsync(Long, Stop);
        Assert.Equal(Text, received.MessageText);
    }

    private async Task<QueueClient> NewQueueAsync(QueueMessageEncoding encoding)
    {
        var queue = new QueueClient(
            storage.ConnectionString, StorageEmulator.NewName("q"), new QueueClientOptions { MessageEncoding = encoding });
        await queue.CreateIfNotExistsAsync(cancellationToken: Stop);
        return queue;
    }
}
