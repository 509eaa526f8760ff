using System.Globalization;
using System.Threading.Channels;
using Azure.Storage.Blobs;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Hosting.LocalTriggers;

namespace Evaluation.Functions.Tests.Hosting;

public sealed class LocalTimerTests(RunningApp running)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _name = SmallApp.Fresh("Tick");
    private readonly Channel<TimerTick> _ticks = Channel.CreateUnbounded<TimerTick>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TimerStatusBlob Records => new(new BlobServiceClient(running.Storage));

    [Fact]
    public async Task A_timer_fires_at_its_time()
    {
        await using var app = await StartAsync("0 0 5 * * *", "2026-03-10T04:59:59.8Z");
        var tick = await NextAsync();

        Assert.Equal(new TimerTick(IsPastDue: false, Last: null, At("2026-03-10T05:00:00Z"), RetryCount: 0), tick);
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
                new TimerTick(IsPastDue: true, missed.Last, missed.Next, RetryCount: 0), await NextAsync());
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
                new TimerTick(IsPastDue: true, Last: null, At("2026-03-11T05:00:00Z"), RetryCount: 0), await NextAsync());
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
            new TimerTick(IsPastDue: false, Last: null, At("2026-03-10T06:00:00Z"), RetryCount: 0), await NextAsync());
    }

    [Fact]
    public async Task A_timer_of_seconds_fires_once_each_and_keeps_no_record()
    {
        await using (await StartAsync("* * * * * *", "2026-03-10T05:00:00.9Z"))
        {
            Assert.Equal(new TimerTick(IsPastDue: false, Last: null, Next: null, RetryCount: 0), await NextAsync());
            Assert.Equal(new TimerTick(IsPastDue: false, Last: null, Next: null, RetryCount: 0), await NextAsync());
        }

        Assert.Null(await Records.FindAsync(_name, Cancellation));
    }

    [Fact]
    public async Task A_timer_that_failed_waits_for_its_next_time()
    {
        await using (var app = await StartAsync("0 0 5 * * *", "2026-03-10T04:59:59.8Z", fails: true))
        {
            await NextAsync();
            await RecordedAsync(At("2026-03-10T05:00:00Z"));
            Assert.Contains(app.Logs.All, log => log.Level == LogLevel.Error);
        }

        Assert.False(_ticks.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData("0 0 5 * *")]
    [InlineData("every day")]
    [InlineData("%MISSING_SCHEDULE%")]
    public async Task A_schedule_that_cannot_be_read_stops_the_start(string schedule)
    {
        await Assert.ThrowsAsync<StartUpException>(() => StartAsync(schedule, "2026-03-10T12:00:00Z"));
    }

    [Fact]
    public async Task A_schedule_can_be_a_setting()
    {
        await using var app = await StartAsync(
            "%SWEEP_SCHEDULE%", "2026-03-10T04:59:59.8Z", new() { ["SWEEP_SCHEDULE"] = "0 0 5 * * *" });

        Assert.Equal(At("2026-03-10T05:00:00Z"), (await NextAsync()).Next);
    }

    private Task<SmallApp> StartAsync(string schedule, string now, Dictionary<string, string>? more = null, bool fails = false) =>
        SmallApp.StartAsync(
            running.Storage,
            new() { [_name] = SmallApp.Timer(schedule) },
            new(more ?? []) { ["LocalTriggers:Enabled"] = "true", ["Clock:Start"] = now },
            app => app.MapTimer(_name, async (tick, _, cancellationToken) =>
            {
                await _ticks.Writer.WriteAsync(tick, cancellationToken);
                return fails ? throw new InvalidOperationException("It does not work today.") : "Done.";
            }),
            Cancellation);

    private async Task<TimerTick> NextAsync() =>
        await _ticks.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);

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
}
