using System.Net;
using Evaluation.Functions.Tests.Consult;
using Evaluation.StandIn;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>The simulated clock of a local run: worker and timers are moved together.</summary>
public sealed class ClockMovesTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_simulated_clock_is_moved_forward_never_back_and_is_where_it_was_after_a_crash()
    {
        await using var app = await running.StartPrivateAsync(new() { ["Clock__Start"] = "2026-01-15T08:00:00Z" }, Cancellation);
        var service = await GivenService.DeclareAsync(app.Http);
        var later = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero);

        await app.Host.MoveClockAsync(later, runs: false, Cancellation);
        Assert.Equal("2026-02-01", await TodayAsync(service));
        await Assert.ThrowsAsync<StandInException>(
            () => app.Host.MoveClockAsync(later - TimeSpan.FromDays(1), runs: false, Cancellation));
        using var unreadable = await app.Http.PutAsync("/api/clock?at=tomorrow&runs=false", null, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);

        var killed = app.Host.WorkerProcessId;
        app.Host.KillWorker();
        while (app.Host.WorkerProcessId == killed)
        {
            await Task.Delay(20, Cancellation);
        }

        Assert.Equal("2026-02-01", await TodayAsync(service));
    }

    [Fact]
    public async Task The_clock_of_the_machine_is_not_moved()
    {
        await Assert.ThrowsAsync<StandInException>(
            () => running.App.Host.MoveClockAsync(DateTimeOffset.MaxValue, runs: false, Cancellation));
        using var answer = await running.Http.PutAsync("/api/clock?at=2099-02-01T08:00:00Z&runs=false", null, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Only_a_local_run_with_a_simulated_clock_has_the_address()
    {
        static bool IsClock(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "/api/clock";

        Assert.Contains(MappedEndpoints.Of(isLocal: true, new KeyValuePair<string, string?>("Clock:Start", "2026-01-15T08:00:00Z")), IsClock);
        Assert.DoesNotContain(MappedEndpoints.Of(isLocal: true), IsClock);
        Assert.DoesNotContain(MappedEndpoints.Of(isLocal: false), IsClock);
    }

    private static async Task<string?> TodayAsync(GivenService service) =>
        (await service.GetAsync($"{service.Address}/calendar")).GetProperty("on").GetString();
}
