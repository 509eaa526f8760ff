using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Collect;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>The process dies at each write of what is done with messages put aside; nothing is lost, nothing doubled.</summary>
public sealed class PoisonCrashTests : IAsyncLifetime
{
    private static readonly Caller Someone = new("user:a.martin@exemple.fr");

    private Azurite? _storage;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Storage => _storage!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _storage = await Azurite.StartAsync(null, Cancellation);
        var life = new Life(Storage, new HttpClientTransport());
        await life.Tables.Table(StorageNames.RunsTable).CreateIfNotExistsAsync(Cancellation);
        await life.Tables.Table(StorageNames.PoisonTable).CreateIfNotExistsAsync(Cancellation);
        foreach (var queue in new[] { "collect", "reports", "reports-poison" })
        {
            await life.Queues.GetQueueClient(queue).CreateAsync(cancellationToken: Cancellation);
        }
    }

    public async ValueTask DisposeAsync() => await _storage!.DisposeAsync();

    [Fact]
    public async Task A_crash_while_messages_are_moved_keeps_each_once()
    {
        var after = new Life(Storage, new HttpClientTransport());
        await AtEachWriteAsync(2, async (life, operation) =>
        {
            await after.PutAsideAsync(operation);
            return () => life.Drain.DrainAsync(Cancellation);
        }, async operation =>
        {
            // What a dead process had in its hands is seen again a second later.
            while ((await after.Poison.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount > 0)
            {
                await after.Drain.DrainAsync(Cancellation);
            }

            Assert.Equal("Raté.", (await after.OnlyAsync(operation)).Cause);
        });
    }

    [Fact]
    public async Task A_crash_while_a_message_is_sent_back_leaves_it_to_be_sent_back_and_its_run_is_done_once()
    {
        var after = new Life(Storage, new HttpClientTransport());
        await AtEachWriteAsync(3, async (life, operation) =>
        {
            var id = await after.KeepAsync(operation);
            return () => life.Desk.ReplayAsync(id, Someone, Cancellation);
        }, async operation =>
        {
            if ((await after.OnlyAsync(operation)) is { State: PoisonState.Waiting } waiting)
            {
                await after.Desk.ReplayAsync(waiting.Id, Someone, Cancellation);
            }

            var decided = await after.OnlyAsync(operation);
            Assert.Equal((PoisonState.Replayed, Someone.Name), (decided.State, decided.DecidedBy));
            Assert.InRange(await after.WorkAsync(operation), 1, 2);
            Assert.Equal("Fait 1 fois.", (await after.Runs.FindAsync(operation, Cancellation))!.Outcome);
        });
    }

    [Fact]
    public async Task A_crash_while_a_message_is_given_up_leaves_it_to_be_given_up_and_who_and_why_stay()
    {
        var after = new Life(Storage, new HttpClientTransport());
        await AtEachWriteAsync(1, async (life, operation) =>
        {
            var id = await after.KeepAsync(operation);
            return () => life.Desk.DropAsync(id, Someone, "Doublon", Cancellation);
        }, async operation =>
        {
            if ((await after.OnlyAsync(operation)) is { State: PoisonState.Waiting } waiting)
            {
                await after.Desk.DropAsync(waiting.Id, Someone, "Doublon", Cancellation);
            }

            var decided = await after.OnlyAsync(operation);
            Assert.Equal((PoisonState.Dropped, Someone.Name, "Doublon"), (decided.State, decided.DecidedBy, decided.Reason));
            Assert.Equal(0, await after.WorkAsync(operation));
        });
    }

    // Dies at the first write, then at the second, until it gets through; each time another process goes on.
    private async Task AtEachWriteAsync(int writes, Func<Life, string, Task<Func<Task>>> prepare, Func<string, Task> goOn)
    {
        var survived = false;
        for (var write = 0; !survived; write++)
        {
            var healthy = new Life(Storage, new HttpClientTransport());
            var operation = await healthy.FailedRunAsync(write);
            var act = await prepare(new Life(Storage, new FaultyTransport(write, DeathMoment.BeforeTheWrite)), operation);
            try
            {
                await act();
                survived = true;
                Assert.Equal(writes, write);
            }
            catch (ProcessDied)
            {
                Assert.True(write < writes);
            }

            await goOn(operation);
        }
    }

    /// <summary>The parts of one process.</summary>
    private sealed class Life
    {
        private static int _next;

        public Life(string storage, HttpPipelineTransport transport)
        {
            Tables = new TableService(storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
            Queues = new QueueServiceClient(storage, new QueueClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
            Runs = new RunLedger(Tables.Table(StorageNames.RunsTable), TimeProvider.System);
            Store = new PoisonStore(Tables.Table(StorageNames.PoisonTable));
            Drain = new PoisonDrain(Queues, Store, Runs) { Hidden = TimeSpan.FromSeconds(1) };
            var work = new RunQueues(
                new WorkQueue(Queues.GetQueueClient(StorageNames.CollectQueue)),
                new WorkQueue(Queues.GetQueueClient(StorageNames.ReportsQueue)));
            Desk = new PoisonDesk(Drain, Store, Runs, work, TimeProvider.System);
        }

        public TableService Tables { get; }

        public QueueServiceClient Queues { get; }

        public QueueClient Poison => Queues.GetQueueClient("reports-poison");

        public RunLedger Runs { get; }

        public PoisonStore Store { get; }

        public PoisonDrain Drain { get; }

        public PoisonDesk Desk { get; }

        public async Task<string> FailedRunAsync(int write)
        {
            var occurrence = FormattableString.Invariant($"essai~{write}~{Interlocked.Increment(ref _next)}");
            var (run, _) = await Runs.AddAsync("report", occurrence, Cancellation);
            var begun = await Runs.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation);
            await Runs.FinishAsync(begun!, RunState.Failed, "Raté.", null, Cancellation);
            return run.OperationId;
        }

        public async Task PutAsideAsync(string operation) => await Poison.SendMessageAsync(operation, Cancellation);

        public async Task<string> KeepAsync(string operation)
        {
            await PutAsideAsync(operation);
            await Drain.DrainAsync(Cancellation);
            return (await OnlyAsync(operation)).Id;
        }

        public async Task<PoisonedMessage> OnlyAsync(string operation) => Assert.Single(
            await Store.LatestAsync(null, 1000, Cancellation), message => message.OperationId == operation);

        /// <summary>Works on every message of the queue as a worker does; how many named the operation.</summary>
        public async Task<int> WorkAsync(string operation)
        {
            var named = 0;
            while ((await Queues.GetQueueClient("reports").ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value is { Length: > 0 } messages)
            {
                foreach (var message in messages)
                {
                    named += message.Body.ToString() == operation ? 1 : 0;
                    if (await Runs.TryBeginAsync(message.Body.ToString(), isRedelivery: false, Cancellation) is { } run)
                    {
                        await Runs.FinishAsync(
                            run, RunState.Succeeded, FormattableString.Invariant($"Fait {run.Attempts} fois."), null, Cancellation);
                    }

                    await Queues.GetQueueClient("reports").DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
                }
            }

            return named;
        }
    }
}
