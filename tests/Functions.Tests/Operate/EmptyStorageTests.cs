using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>An app in Azure on a storage account that holds nothing yet.</summary>
public sealed class EmptyStorageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_missing_is_made_once_beside_the_first_requests()
    {
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        var first = await LinesOfAStartAsync(storage.ConnectionString);
        var second = await LinesOfAStartAsync(storage.ConnectionString);

        Assert.Single(first, IsMaking);
        Assert.DoesNotContain(second, IsMaking);
        foreach (var container in StorageNames.Containers)
        {
            Assert.True(await new BlobContainerClient(storage.ConnectionString, container).ExistsAsync(Cancellation));
        }

        foreach (var queue in StorageNames.Queues)
        {
            Assert.True(await new QueueClient(storage.ConnectionString, queue).ExistsAsync(Cancellation));
        }

        // A missing table is an error, not a missing row.
        var tables = new TableService(storage.ConnectionString);
        foreach (var table in StorageNames.Tables)
        {
            Assert.False((await tables.Table(table).GetEntityIfExistsAsync("none", "none", cancellationToken: Cancellation)).HasValue);
        }
    }

    [Fact]
    public async Task A_timer_that_fires_at_once_on_an_empty_account_does_its_work()
    {
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var app = await StartAsync(storage.ConnectionString);

        var fired = await Task.WhenAll(
            new[] { "CollectOnSchedule", "ReviewOnSchedule", "RemindOnSchedule", "ReconcileOnSchedule" }
                .Select(timer => app.Host.RunTimerAsync(timer, Cancellation)));

        Assert.All(fired, outcome => Assert.True(outcome.Succeeded, outcome.Error));
        Assert.Equal(0, await app.StopAsync(Cancellation));
        Assert.Empty(app.Errors);
    }

    [Fact]
    public async Task What_is_deleted_under_a_running_app_is_named_by_readiness()
    {
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var app = await RunningApp.StartOnAsync(storage, Cancellation);
        Assert.True(await IsReadyAsync(app.Http, Cancellation));
        await new TableServiceClient(storage.ConnectionString).DeleteTableAsync(StorageNames.ValuesTable, Cancellation);
        await new BlobContainerClient(storage.ConnectionString, StorageNames.ReportsContainer).DeleteAsync(cancellationToken: Cancellation);
        await new QueueClient(storage.ConnectionString, StorageNames.CollectQueue).DeleteAsync(Cancellation);

        using var answer = await app.Http.GetAsync("/api/health/ready", Cancellation);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("storage.missing", problem.GetProperty("code").GetString());
        Assert.EndsWith(
            "À rétablir\u00A0: table Values\u202F; conteneur reports\u202F; file d’attente collect.",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    private static bool IsMaking(string line) => line.Contains("Storage was made where it was missing", StringComparison.Ordinal);

    private static async Task<IReadOnlyCollection<string>> LinesOfAStartAsync(string storage)
    {
        await using var app = await StartAsync(storage);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await IsReadyAsync(app.Http, limit.Token) || !await IsMadeAsync(storage, limit.Token))
        {
            await Task.Delay(50, limit.Token);
        }

        Assert.Equal(0, await app.StopAsync(Cancellation));
        Assert.DoesNotContain(app.Errors, line => line.Contains("could not be made", StringComparison.Ordinal));
        return app.Output;
    }

    private static Task<FunctionsApp> StartAsync(string storage) => FunctionsApp.StartAsync(
        new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = storage,
            ["LocalTriggers__Enabled"] = "false",
            ["DOTNET_ENVIRONMENT"] = "Production",
        },
        onLine: null,
        Cancellation);

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync("/api/health/ready", cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    // The row that says all was made comes last.
    private static async Task<bool> IsMadeAsync(string storage, CancellationToken cancellationToken)
    {
        await foreach (var row in new TableService(storage).Table(StorageNames.RunsTable)
            .QueryAsync("PartitionKey eq 'storage'", cancellationToken: cancellationToken))
        {
            return row.ContainsKey("MadeAt");
        }

        return false;
    }
}
