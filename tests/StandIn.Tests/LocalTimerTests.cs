using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Azure.Storage.Blobs;
using Evaluation.Functions.Hosting;
using Evaluation.StandIn.LocalTriggers;

namespace Evaluation.StandIn.Tests;

public sealed class LocalTimerTests(StandInStorage storage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _name = PlayedTrigger.Fresh("Tick");
    private readonly Channel<Tick> _ticks = Channel.CreateUnbounded<Tick>();
    private IReadOnlyCollection<string> _problems = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TimerStatusBlob Records => new(new BlobServiceClient(storage.ConnectionString));

    [Fact]
    public async Task A_timer_fires_at_its_time()
    {
        await using var app = await StartAsync("0 0 5 * * *", "2026-03-10T04:59:59.8Z");
        var tick = await NextAsync();

        Assert.Equal(new Tick(IsPastDue: false, Last: null, At("2026-03-10T05:00:00Z")), tick);
        var status = await RecordedAsync(At("2026-03-10T05:00:00Z"));
        Assert.Equal(At("2026-03-11T05:00:00Z"), status.Next);
        Assert.Equal(status.Last, status.LastUpdated);
    }

    [Fact]
    public async Task A_missed_time_is_made_up_for_once()
    {
        var missed = new TimerStatus(At("2026-03-06T05:00:00Z"), At("2026-03-07T05:00:00Z"), At("2026-03-06T05:00:00Z"));
        await Records.SaveAsync(_name, missed, Cancellation);
        await using (await StartAsync("0 0 5 * * *", "2026-03-10T12:00:00Z"))
        {
            Assert.Equal(
                new Tick(IsPastDue: true, missed.Last, missed.Next), await NextAsync());
            Assert.Equal(At("2026-03-11T05:00:00Z"), (await RecordedAsync(At("2026-03-10T12:00:00Z"))).Next);
        }

        // Started again before the next time, it stays silent until then.
        await using (await StartAsync("0 0 5 * * *", "2026-03-11T04:59:59.5Z"))
        {
            Assert.False((await NextAsync()).IsPastDue);
        }

        Assert.False(_ticks.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_new_timer_makes_up_for_nothing()
    {
        await using (await StartAsync("0 0 5 * * *", "2026-03-10T12:00:00Z"))
        {
            await RecordedAsync(TimerStatus.Never);
        }

        await using (await StartAsync("0 0 5 * * *", "2026-03-11T04:59:59.5Z"))
        {
            Assert.False((await NextAsync()).IsPastDue);
        }
    }

    [Fact]
    public async Task A_time_missed_since_the_first_start_is_made_up_for()
    {
        await using (await StartAsync("0 0 5 * * *", "2026-03-10T12:00:00Z"))
        {
            await RecordedAsync(TimerStatus.Never);
        }

        await using (await StartAsync("0 0 5 * * *", "2026-03-12T12:00:00Z"))
        {
            Assert.Equal(
                new Tick(IsPastDue: true, Last: null, At("2026-03-11T05:00:00Z")), await NextAsync());
        }
    }

    [Fact]
    public async Task Another_schedule_starts_afresh()
    {
        await Records.SaveAsync(
            _name,
            new TimerStatus(At("2026-03-06T05:00:00Z"), At("2026-03-07T05:00:00Z"), At("2026-03-06T05:00:00Z")),
            Cancellation);
        await using var app = await StartAsync("0 0 6 * * *", "2026-03-10T05:59:59.5Z");

        Assert.Equal(
            new Tick(IsPastDue: false, Last: null, At("2026-03-10T06:00:00Z")), await NextAsync());
    }

    [Fact]
    public async Task A_timer_of_seconds_fires_once_each_and_keeps_no_record()
    {
        await using (await StartAsync("* * * * * *", "2026-03-10T05:00:00.9Z"))
        {
            Assert.Equal(new Tick(IsPastDue: false, Last: null, Next: null), await NextAsync());
            Assert.Equal(new Tick(IsPastDue: false, Last: null, Next: null), await NextAsync());
        }

        Assert.Null(await Records.FindAsync(_name, Cancellation));
    }

    [Fact]
    public async Task A_timer_that_failed_waits_for_its_next_time()
    {
        await using (await StartAsync("0 0 5 * * *", "2026-03-10T04:59:59.8Z", fails: true))
        {
            await NextAsync();
            await RecordedAsync(At("2026-03-10T05:00:00Z"));
        }

        Assert.False(_ticks.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData("0 0 5 * *")]
    [InlineData("every day")]
    [InlineData("%MISSING_SCHEDULE%")]
    public async Task A_schedule_that_cannot_be_read_stops_the_start(string schedule)
    {
        await Assert.ThrowsAsync<StandInException>(() => StartAsync(schedule, "2026-03-10T12:00:00Z"));
    }

    [Fact]
    public async Task A_schedule_can_be_a_setting()
    {
        await using var app = await StartAsync(
            "%SWEEP_SCHEDULE%", "2026-03-10T04:59:59.8Z", new() { ["SWEEP_SCHEDULE"] = "0 0 5 * * *" });

        Assert.Equal(At("2026-03-10T05:00:00Z"), (await NextAsync()).Next);
    }

    // Time stands still until the timer waits, or has fired and waits for the time after: no slow machine is late for it.
    private async Task<PlayedTrigger> StartAsync(string schedule, string now, Dictionary<string, string>? more = null, bool fails = false)
    {
        var clock = new WaitedClock(At(now));
        var trigger = await PlayedTrigger.StartAsync(
            storage.ConnectionString,
            _name,
            new TimerTrigger("timer", schedule, UseMonitor: true),
            more ?? [],
            clock,
            async (_, input, stopping) =>
            {
                await _ticks.Writer.WriteAsync(Tick.Of(input.Json), stopping);
                return fails ? PlayedTrigger.Failed : PlayedTrigger.Done;
            },
            Cancellation);
        _problems = trigger.Problems;
        await clock.Waited.WaitAsync(Patience, Cancellation);
        clock.GoOn();
        return trigger;
    }

    private async Task<Tick> NextAsync()
    {
        try
        {
            return await _ticks.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"The timer did not fire. {string.Join(' ', _problems)}", e);
        }
    }

    // Written when the function has answered, so a moment after the tick was seen.
    private async Task<TimerStatus> RecordedAsync(DateTimeOffset since)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            if (await Records.FindAsync(_name, limit.Token) is { } status && status.Last >= since)
            {
                return status;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    // What the function is told, as far as a test looks at it.
    private sealed record Tick(bool IsPastDue, DateTimeOffset? Last, DateTimeOffset? Next)
    {
        public static Tick Of(string json)
        {
            var timer = JsonElement.Parse(json);
            var status = timer.GetProperty("ScheduleStatus");
            DateTimeOffset? Instant(string name) =>
                status.ValueKind == JsonValueKind.Null || status.GetProperty(name).GetString() == "0001-01-01T00:00:00"
                    ? null
                    : status.GetProperty(name).GetDateTimeOffset();

            return new Tick(timer.GetProperty(nameof(IsPastDue)).GetBoolean(), Instant("Last"), Instant("Next"));
        }
    }

    private sealed class WaitedClock(DateTimeOffset start) : TimeProvider
    {
        private readonly Clock _clock = new(start, runs: false);
        private readonly TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waited => _waited.Task;

        public void GoOn() => _clock.TryMoveTo(_clock.GetUtcNow(), runs: true);

        public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waited.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
