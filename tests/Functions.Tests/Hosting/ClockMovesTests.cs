using System.Net;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>The address that moves the simulated clock of a local run.</summary>
public sealed class ClockMovesTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_simulated_clock_is_moved_forward_and_never_back()
    {
        await using var app = await StartAsync(new() { ["Clock:Start"] = "2026-01-15T08:00:00Z" });

        Assert.Equal(HttpStatusCode.OK, await MoveAsync(app, "2026-02-01T08:00:00Z"));
        Assert.Equal(
            new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero), app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        Assert.Equal(HttpStatusCode.Conflict, await MoveAsync(app, "2026-01-31T08:00:00Z"));
        Assert.Equal(HttpStatusCode.BadRequest, await MoveAsync(app, "tomorrow"));
    }

    [Fact]
    public async Task The_clock_of_the_machine_has_no_such_address()
    {
        await using var app = await StartAsync([]);

        Assert.Equal(HttpStatusCode.NotFound, await MoveAsync(app, "2099-02-01T08:00:00Z"));
    }

    private Task<SmallApp> StartAsync(Dictionary<string, string> settings) =>
        SmallApp.StartAsync(running.Storage, [], settings, _ => { }, Cancellation);

    private static async Task<HttpStatusCode> MoveAsync(SmallApp app, string at)
    {
        using var answer = await app.Http.PutAsync(new Uri($"clock?at={at}&runs=false", UriKind.Relative), null, Cancellation);
        return answer.StatusCode;
    }
}
