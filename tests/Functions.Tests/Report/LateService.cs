using System.Globalization;
using Evaluation.Functions.Tests.Operate.Notices;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Report;

/// <summary>A service whose review of 2025 was published on 2 June 2026, on a process of its own whose clock is moved.</summary>
internal sealed class LateService : IAsyncDisposable
{
    private readonly FunctionsApp _app;

    private LateService(FunctionsApp app, GivenService service)
    {
        _app = app;
        Service = service;
    }

    public GivenService Service { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LateService> ReviewedAsync(NoticeStorage storage)
    {
        var app = await storage.StartAsync("2026-06-02T06:00:00Z");
        var late = new LateService(app, await GivenService.DeclareAsync(app.Http));
        await late.Service.FillAsync(2024);
        await late.Service.FillAsync(2025);
        await late.MoveAsync("2026-06-02T07:00:00Z");
        Assert.Equal("Version 1 publiée.", await late.BuildAsync($"report~{late.Service.Siren}~ads~annual~2025~2026"));
        await late.MoveAsync("2026-06-02T08:00:00Z");
        return late;
    }

    public Task MoveAsync(string to) =>
        _app.Host.MoveClockAsync(DateTimeOffset.Parse(to, CultureInfo.InvariantCulture), runs: false, Cancellation);

    /// <summary>Version, state and date of the last change of each version of the report.</summary>
    public async Task<string[]> VersionsAsync() =>
        [.. (await Service.GetAsync($"{Service.Address}/reports")).GetProperty("reports").EnumerateArray().Select(r =>
            $"{r.GetProperty("version")} {r.GetProperty("state")} {(r.TryGetProperty("outdatedOn", out var on) ? on.GetString() : "")}")];

    /// <summary>The page of the service.</summary>
    public Task<string> PageAsync() =>
        _app.Http.GetStringAsync($"/portal/communities/{Service.Siren}/mutualisations/ads", Cancellation);

    /// <summary>Fires the daily timer: the reports that are asked for because data came late, and not done yet.</summary>
    public async Task<string[]> ReviewAsync()
    {
        var reviewed = await _app.Host.RunTimerAsync("ReviewOnSchedule", Cancellation);
        Assert.True(reviewed.Succeeded, reviewed.Error);
        return [.. (await Service.GetAsync("/api/runs?job=report&state=pending")).GetProperty("runs").EnumerateArray()
            .Select(r => r.GetProperty("operationId").GetString()!)
            .Where(id => id.Contains(Service.Siren, StringComparison.Ordinal) && id.Contains("~late-", StringComparison.Ordinal))];
    }

    /// <summary>Builds a report that was asked for, or that the timer asks for now; what came of it.</summary>
    public async Task<string?> BuildAsync(string operation)
    {
        if (!operation.Contains("~late-", StringComparison.Ordinal))
        {
            Assert.Empty(await ReviewAsync());
        }

        var built = await _app.Host.DeliverAsync("BuildReport", operation, dequeueCount: 1, Cancellation);
        Assert.True(built.Succeeded, built.Error);
        return (await Service.GetAsync($"/api/operations/{operation}")).GetProperty("outcome").GetString();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
