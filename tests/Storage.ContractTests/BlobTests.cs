using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Storage.ContractTests;

public class BlobTests(StorageEmulator storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blob_is_created_once_and_never_overwritten()
    {
        var blob = await NewBlobAsync();
        await CreateAsync(blob, "first");
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => CreateAsync(blob, "second"));
        Assert.Contains(failure.Status, new[] { 409, 412 });
        Assert.Equal("first", (await blob.DownloadContentAsync(Stop)).Value.Content.ToString());
    }

    [Fact]
    public async Task Of_many_creators_at_once_one_wins()
    {
        var blob = await NewBlobAsync();
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                await CreateAsync(blob, $"{n}");
                return (int?)n;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                return null;
            }
        }));
        var winner = Assert.Single(won, n => n is not null);
        Assert.Equal($"{winner}", (await blob.DownloadContentAsync(Stop)).Value.Content.ToString());
    }

    [Fact]
    public async Task Overwriting_wants_the_version_that_was_read()
    {
        var blob = await NewBlobAsync();
        var first = (await CreateAsync(blob, "first")).Value.ETag;
        await OverwriteAsync(blob, "second", first);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => OverwriteAsync(blob, "third", first));
        Assert.Equal(412, failure.Status);
        Assert.Equal("second", (await blob.DownloadContentAsync(Stop)).Value.Content.ToString());
    }

    [Fact]
    public async Task Names_with_accents_and_slashes_keep_their_order_in_a_listing()
    {
        var container = await NewContainerAsync();
        foreach (var name in new[] { "200040715/ads/2025/école.json", "200040715/ads/2024/a.json", "2/x" })
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("{}"), Stop);
        }

        var names = await container.GetBlobsAsync(new GetBlobsOptions { Prefix = "200040715/" }, Stop)
            .Select(blob => blob.Name).ToListAsync(Stop);
        Assert.Equal(["200040715/ads/2024/a.json", "200040715/ads/2025/école.json"], names);
    }

    [Fact]
    public async Task A_missing_blob_is_404()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            async () => await (await NewBlobAsync()).DownloadContentAsync(Stop));
        Assert.Equal((404, "BlobNotFound"), (failure.Status, failure.ErrorCode));
    }

    private static Task<Response<BlobContentInfo>> CreateAsync(BlobClient blob, string text) => blob.UploadAsync(
        BinaryData.FromString(text),
        new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
        Stop);

    private static Task<Response<BlobContentInfo>> OverwriteAsync(BlobClient blob, string text, ETag version) =>
        blob.UploadAsync(
            BinaryData.FromString(text),
            new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = version } },
            Stop);

    private async Task<BlobClient> NewBlobAsync() => (await NewContainerAsync()).GetBlobClient("a/b.json");

    private async Task<BlobContainerClient> NewContainerAsync()
    {
        var container = new BlobContainerClient(storage.ConnectionString, StorageEmulator.NewName("c"));
        await container.CreateIfNotExistsAsync(cancellationToken: Stop);
        return container;
    }
}
