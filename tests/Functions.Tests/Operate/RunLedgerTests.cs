using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>A run is added once, is in one pair of hands at a time and ends once.</summary>
public sealed class RunLedgerTests(RunningApp running)
{
    private static int _jobs;

    private readonly HandClock _clock = new(new DateTimeOffset(2026, 6, 15, 6, 0, 0, TimeSpan.Zero));
    private readonly string _job = FormattableString.Invariant($"job{Interlocked.Increment(ref _jobs)}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunLedger Ledger => new(
        new TableService(running.Storage).Table(StorageNames.RunsTable), _clock);

    [Fact]
    public async Task A_run_that_is_asked_for_twice_is_one()
    {
        var (_, first) = await Ledger.AddAsync(_job, "1", Cancellation);
        var (_, second) = await Ledger.AddAsync(_job, "1", Cancellation);

        Assert.True(first);
        Assert.False(second);
        Assert.Single(await ListAsync(null));
    }

    [Fact]
    public async Task A_run_is_in_one_pair_of_hands_until_its_lease_ends_and_who_lost_it_writes_no_more()
    {
        var ledger = Ledger;
        var (run, _) = await ledger.AddAsync(_job, "1", Cancellation);
        var first = await ledger.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation);
        Assert.Null(await ledger.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation));

        _clock.Move(RunLedger.Lease + TimeSpan.FromSeconds(1));
        var second = await ledger.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation);
        Assert.Equal(2, second!.Attempts);
        Assert.False(await ledger.TryRenewAsync(first!, Cancellation));
        await ledger.FinishAsync(first!, RunState.Failed, "Trop tard.", null, Cancellation);
        await ledger.ReleaseAsync(first!, new TimeoutException(), Cancellation);
        Assert.Equal(RunState.Running, (await ledger.FindAsync(run.OperationId, Cancellation))!.State);

        await ledger.FinishAsync(second, RunState.Succeeded, "Fait.", null, Cancellation);
        await ledger.FinishAsync(second, RunState.Failed, "Encore.", null, Cancellation);
        Assert.Equal("Fait.", (await ledger.FindAsync(run.OperationId, Cancellation))!.Outcome);
    }

    [Fact]
    public async Task A_run_that_works_long_keeps_its_lease()
    {
        var ledger = Ledger;
        var (run, _) = await ledger.AddAsync(_job, "1", Cancellation);
        var begun = await ledger.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation);

        await using (new RunHold(ledger, begun!, _clock))
        {
            _clock.Move(RunLedger.Lease - TimeSpan.FromSeconds(1));
            while ((await ledger.FindAsync(run.OperationId, Cancellation))!.LeaseUntil < _clock.GetUtcNow() + RunLedger.Lease)
            {
                Cancellation.ThrowIfCancellationRequested();
            }

            _clock.Move(TimeSpan.FromSeconds(2));
            Assert.Null(await ledger.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation));
        }
    }

    [Fact]
    public async Task A_failed_run_begins_again_from_its_first_attempt_and_a_successful_one_never()
    {
        var ledger = Ledger;
        var (run, _) = await ledger.AddAsync(_job, "1", Cancellation);
        var begun = await ledger.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation);
        await ledger.FinishAsync(begun!, RunState.Failed, "Raté.", null, Cancellation);

        var reopened = await ledger.ReopenAsync(run.OperationId, Cancellation);
        Assert.Equal((RunState.Pending, 0, null), (reopened!.State, reopened.Attempts, reopened.Outcome));
        var again = await ledger.TryBeginAsync(run.OperationId, isRedelivery: false, Cancellation);
        Assert.False(begun!.IsSameAttempt(again!));
        await ledger.FinishAsync(again!, RunState.Succeeded, "Fait.", null, Cancellation);

        Assert.Equal(RunState.Succeeded, (await ledger.ReopenAsync(run.OperationId, Cancellation))!.State);
        Assert.Null(await ledger.ReopenAsync($"{_job}~2", Cancellation));
    }

    [Fact]
    public async Task Runs_are_listed_from_the_latest_by_state_and_page_by_page()
    {
        var ledger = Ledger;
        foreach (var occurrence in new[] { "b", "c", "a", "d" })
        {
            await ledger.AddAsync(_job, occurrence, Cancellation);
            _clock.Move(TimeSpan.FromMinutes(1));
        }

        var begun = await ledger.TryBeginAsync($"{_job}~c", isRedelivery: false, Cancellation);
        await ledger.FinishAsync(begun!, RunState.Failed, "Raté.", null, Cancellation);
        var list = new RunList(ledger);
        var first = await list.PageAsync([_job], null, null, 3, Cancellation);
        var second = await list.PageAsync([_job], null, first.Next, 3, Cancellation);

        Assert.Equal(["d", "a", "c"], first.Runs.Select(r => r.Occurrence));
        Assert.Equal(["b"], second.Runs.Select(r => r.Occurrence));
        Assert.Null(second.Next);
        Assert.Equal(["c"], (await ListAsync(RunState.Failed)).Select(r => r.Occurrence));
        Assert.Equal(["d", "a"], (await ListAsync(RunState.Pending, _clock.GetUtcNow() - TimeSpan.FromMinutes(2.5))).Select(r => r.Occurrence));
    }

    private async Task<List<Run>> ListAsync(RunState? state, DateTimeOffset? oldest = null) =>
        await Ledger.ListAsync(_job, state, null, oldest, Cancellation).ToListAsync(Cancellation);
}
