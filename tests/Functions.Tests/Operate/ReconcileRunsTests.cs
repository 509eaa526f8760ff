using Azure.Storage.Queues;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>Runs that nobody works on any more are taken up again, on a storage account of their own.</summary>
public sealed class ReconcileRunsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_message_and_a_lost_worker_are_made_up_for_and_what_is_in_good_hands_is_left_alone()
    {
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var app = await RunningApp.StartOnAsync(storage, Cancellation);
        var clock = new HandClock(DateTimeOffset.UtcNow - (30 * Minute));
        var ledger = new RunLedger(
            new TableService(storage.ConnectionString).Table(StorageNames.RunsTable), clock);
        foreach (var name in new[] { "lost", "stuck", "tired", "working" })
        {
            await ledger.AddAsync("report", name, Cancellation);
        }

        await ledger.TryBeginAsync("report~stuck", isRedelivery: false, Cancellation);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var run = await ledger.TryBeginAsync("report~tired", isRedelivery: false, Cancellation);
            await ledger.ReleaseAsync(run!, new TimeoutException("Too slow."), Cancellation);
        }

        clock.Move(30 * Minute);
        await ledger.AddAsync("report", "young", Cancellation);
        await ledger.TryBeginAsync("report~working", isRedelivery: false, Cancellation);
        var reconciled = await app.Host.RunTimerAsync("ReconcileOnSchedule", Cancellation);

        Assert.True(reconciled.Succeeded, reconciled.Error);
        var queue = new QueueClient(
            storage.ConnectionString, StorageNames.ReportsQueue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var messages = (await queue.PeekMessagesAsync(32, Cancellation)).Value.Select(m => m.Body.ToString()).Order(StringComparer.Ordinal);
        Assert.Equal(["report~lost", "report~stuck"], messages);
        var tired = await ledger.FindAsync("report~tired", Cancellation);
        Assert.Equal((RunState.Failed, "TimeoutException: Too slow."), (tired!.State, tired.LastError));
    }
}
