using System.Net;
using System.Text;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>What HTTP has to keep on its way through the host and the worker.</summary>
public sealed class WorkerHttpTests(RunningApp running)
{
    private const int Megabyte = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(13)]
    [InlineData(60)]
    public async Task A_body_that_is_too_large_is_refused_while_the_client_still_sends(int megabytes)
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await using var upload = await RawUpload.StartAsync(running.App.Address, $"{service.Address}/values", Cancellation);
        var answer = upload.StatusAsync(Cancellation);
        var piece = new byte[Megabyte];
        try
        {
            for (var sent = 0; sent < megabytes; sent++)
            {
                await upload.SendAsync(piece, Cancellation);
            }

            await upload.EndAsync(Cancellation);
        }
        catch (IOException)
        {
            // Answered already: nothing more is taken.
        }

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await answer.WaitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_its_request_and_nothing_fails()
    {
        await using var app = await running.StartPrivateAsync([], Cancellation);
        var service = await GivenService.DeclareAsync(app.Http);
        await using (var upload = await RawUpload.StartAsync(app.Address, $"{service.Address}/values", Cancellation))
        {
            await upload.SendAsync("{"u8.ToArray(), Cancellation);
            await UntilAsync(() => app.Host.UnderWay == 1);
        }

        await UntilAsync(() => app.Host.UnderWay == 0);
        Assert.Equal(0, await app.StopAsync(Cancellation));
        Assert.Empty(app.Errors);
    }

    [Fact]
    public async Task A_request_under_way_is_answered_when_the_host_ends_the_worker()
    {
        await using var app = await running.StartPrivateAsync([], Cancellation);
        var service = await GivenService.DeclareAsync(app.Http);
        await using var upload = await RawUpload.StartAsync(app.Address, $"{service.Address}/values", Cancellation);
        await upload.SendAsync(Encoding.UTF8.GetBytes(GivenService.Body("ADS-01 38185 2025-03 1")), Cancellation);
        await UntilAsync(() => app.Host.UnderWay == 1);

        var stopping = app.StopAsync(Cancellation);
        await UntilAsync(() => app.Output.Any(line => line.Contains("shutting down", StringComparison.Ordinal)));
        await upload.EndAsync(Cancellation);

        Assert.Equal("HTTP/1.1 200 OK", await upload.StatusAsync(Cancellation));
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task An_invocation_id_of_the_clients_own_fails_that_request_and_no_other()
    {
        var fooled = StatusWithIdAsync("0193b2b8-0000-7000-8000-000000000001");

        for (var others = 0; others < 5; others++)
        {
            using var other = await running.Http.GetAsync("/api/health/live", Cancellation);
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

        Assert.Equal(HttpStatusCode.InternalServerError, await fooled);
        using var after = await running.Http.GetAsync("/api/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_request_that_comes_while_the_worker_is_started_again_is_answered()
    {
        await using var app = await running.StartPrivateAsync([], Cancellation);
        var first = app.Host.WorkerProcessId;
        app.Host.KillWorker();
        await UntilAsync(() => app.Host.WorkerProcessId != first);

        using var answer = await app.Http.GetAsync("/api/health/live", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(app.Errors, line => line.Contains("is started again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_keys_are_made_that_nothing_uses()
    {
        var home = Directory.CreateTempSubdirectory("home-");
        try
        {
            await using (var app = await running.StartPrivateAsync(new() { ["HOME"] = home.FullName }, Cancellation))
            {
                using var page = await app.Http.GetAsync("/portal", Cancellation);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                Assert.Equal(0, await app.StopAsync(Cancellation));
            }

            Assert.Empty(Directory.GetFileSystemEntries(home.FullName, "*", SearchOption.AllDirectories));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private async Task<HttpStatusCode> StatusWithIdAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health/live");
        request.Headers.Add("x-ms-invocation-id", id);
        using var answer = await running.Http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (!isSo())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
