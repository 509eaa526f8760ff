using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Hosting;

public sealed class StorageConnectionTests
{
    [Fact]
    public void A_connection_string_reaches_everything()
    {
        var storage = Read(new() { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" });

        Assert.Equal("UseDevelopmentStorage=true", storage.ConnectionString);
        Assert.Null(storage.Credential);
        Assert.Equal(10000, storage.OpenBlobs().Uri.Port);
        Assert.Equal(10001, storage.OpenQueues().Uri.Port);
    }

    [Fact]
    public void The_name_of_an_account_gives_its_addresses_and_the_identity_of_the_app_signs_in()
    {
        var storage = Read(new() { ["AzureWebJobsStorage:accountName"] = "mutualisations" });

        Assert.Null(storage.ConnectionString);
        Assert.NotNull(storage.Credential);
        Assert.Equal(new Uri("https://mutualisations.table.core.windows.net"), storage.TableEndpoint);
        Assert.Equal(new Uri("https://mutualisations.blob.core.windows.net"), storage.OpenBlobs().Uri);
        Assert.Equal(new Uri("https://mutualisations.queue.core.windows.net"), storage.OpenQueues().Uri);
    }

    [Fact]
    public void An_address_wins_over_the_name()
    {
        var storage = Read(new()
        {
            ["AzureWebJobsStorage:accountName"] = "mutualisations",
            ["AzureWebJobsStorage:tableServiceUri"] = "https://tables.example.fr/",
            ["AzureWebJobsStorage:clientId"] = "8d3d3d7e-0000-4000-8000-000000000001",
        });

        Assert.Equal(new Uri("https://tables.example.fr/"), storage.TableEndpoint);
        Assert.Equal(new Uri("https://mutualisations.blob.core.windows.net"), storage.OpenBlobs().Uri);
    }

    [Fact]
    public void An_address_that_is_missing_is_named()
    {
        var refused = Assert.Throws<StartUpException>(() => Read(new()
        {
            ["AzureWebJobsStorage:blobServiceUri"] = "https://blobs.example.fr/",
            ["AzureWebJobsStorage:queueServiceUri"] = "https://queues.example.fr/",
        }));

        Assert.Contains("AzureWebJobsStorage__tableServiceUri", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_connection_string_is_not_repeated()
    {
        var refused = Assert.Throws<StartUpException>(
            () => Read(new() { ["AzureWebJobsStorage"] = "AccountKey=c2VjcmV0" }).OpenBlobs());

        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    private static StorageConnection Read(Dictionary<string, string?> settings) =>
        StorageConnection.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
