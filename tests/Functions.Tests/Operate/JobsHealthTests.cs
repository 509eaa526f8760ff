using System.Text.Json;
using Azure.Data.Tables;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>Whoever operates the app sees that its work in the background stands still, on a storage account of its own.</summary>
public sealed class JobsHealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_timer_and_job_says_when_it_last_succeeded_and_what_waits()
    {
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var app = await RunningApp.StartOnAsync(storage, Cancellation);
        using (var before = await LookAsync(app.Http))
        {
            Assert.Equal(
                ["CollectOnSchedule never", "ReconcileOnSchedule never", "RemindOnSchedule never", "ReviewOnSchedule never"],
                Timers(before));
            Assert.Equal(["collect - 0 0 0", "report - 0 0 0", "remind - 0 0 0"], Jobs(before));
            Assert.Equal(0, before.RootElement.GetProperty("putAside").GetInt32());
        }

        await LeaveTracesAsync(storage.ConnectionString);
        Assert.True(await FireAsync(app));

        using var after = await LookAsync(app.Http);
        Assert.Equal(
            ["CollectOnSchedule late", "ReconcileOnSchedule ok", "RemindOnSchedule never", "ReviewOnSchedule ok"],
            Timers(after));
        var reconciled = after.RootElement.GetProperty("timers")[1];
        Assert.InRange(reconciled.GetProperty("ageSeconds").GetInt64(), 0, 60);
        Assert.StartsWith("0 submissions finished", reconciled.GetProperty("outcome").GetString(), StringComparison.Ordinal);
        Assert.InRange(after.RootElement.GetProperty("timers")[0].GetProperty("ageSeconds").GetInt64(), 3600, 3700);
        Assert.Equal(["collect 3600 0 0 0", "report - 1 1 1", "remind - 0 0 0"], Jobs(after));
    }

    [Fact]
    public async Task A_timer_that_fails_has_not_succeeded()
    {
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var app = await RunningApp.StartOnAsync(storage, Cancellation);
        var tables = new TableService(storage.ConnectionString);
        // A key that is of no community: reconciliation cannot go through the services.
        var registry = tables.Table(StorageNames.RegistryTable);
        await registry.AddEntityAsync(new TableEntity("none", TableKey.Join("mutualisation", "ads")), Cancellation);
        var successes = new TimerSuccesses(tables.Table(StorageNames.RunsTable), TimeProvider.System);
        Assert.False(await FireAsync(app));
        Assert.Empty(await successes.AllAsync(Cancellation));

        await registry.DeleteEntityAsync("none", TableKey.Join("mutualisation", "ads"), cancellationToken: Cancellation);
        Assert.True(await FireAsync(app));
        Assert.Equal(["ReconcileOnSchedule"], (await successes.AllAsync(Cancellation)).Keys);
    }

    private static async Task<bool> FireAsync(FunctionsApp app) =>
        (await app.Host.RunTimerAsync("ReconcileOnSchedule", Cancellation)).Succeeded;

    // An hour ago: two timers did their work, a pull succeeded, a review failed, another was begun, a third asked for.
    private static async Task LeaveTracesAsync(string storage)
    {
        var table = new TableService(storage).Table(StorageNames.RunsTable);
        var clock = new HandClock(DateTimeOffset.UtcNow - TimeSpan.FromHours(1));
        var successes = new TimerSuccesses(table, clock);
        await successes.NoteAsync("CollectOnSchedule", "0 sources due", Cancellation);
        await successes.NoteAsync("ReviewOnSchedule", "0 reviews due", Cancellation);
        var ledger = new RunLedger(table, clock);
        await EndAsync(ledger, "collect", "done", RunState.Succeeded);
        await EndAsync(ledger, "report", "broken", RunState.Failed);
        clock.Move(TimeSpan.FromMinutes(59));
        await ledger.AddAsync("report", "begun", Cancellation);
        await ledger.TryBeginAsync("report~begun", isRedelivery: false, Cancellation);
        await ledger.AddAsync("report", "asked", Cancellation);
    }

    private static async Task EndAsync(RunLedger ledger, string job, string occurrence, RunState state)
    {
        await ledger.AddAsync(job, occurrence, Cancellation);
        var run = await ledger.TryBeginAsync($"{job}~{occurrence}", isRedelivery: false, Cancellation);
        await ledger.FinishAsync(run!, state, "Fini.", null, Cancellation);
    }

    private static async Task<JsonDocument> LookAsync(HttpClient http) =>
        JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/health/jobs", UriKind.Relative), Cancellation));

    private static IEnumerable<string> Timers(JsonDocument health) => health.RootElement.GetProperty("timers").EnumerateArray()
        .Select(t => $"{t.GetProperty("function").GetString()} {t.GetProperty("state").GetString()}");

    // Ages to the minute: the test itself takes seconds.
    private static IEnumerable<string> Jobs(JsonDocument health) => health.RootElement.GetProperty("jobs").EnumerateArray()
        .Select(j => $"{j.GetProperty("job").GetString()} {(j.TryGetProperty("ageSeconds", out var age) ? age.GetInt64() / 60 * 60 : "-")} {j.GetProperty("pending").GetInt32()} {j.GetProperty("running").GetInt32()} {j.GetProperty("failed").GetInt32()}");
}
