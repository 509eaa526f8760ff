using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Functions.Operate.Archives;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Collect;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate.Archives;

/// <summary>The process dies around each write of a restoration in turn; the same archive sent again finishes it.</summary>
public sealed class ArchiveCrashTests(RunningApp running)
{
    private const int MostWrites = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_around_any_write_shows_no_part_of_the_community_and_is_finished_by_the_same_archive()
    {
        var service = await ArchivedService.FillAsync(running);
        var archive = await running.Http.GetByteArrayAsync(new Uri(service.Declared.Community + "/archive", UriKind.Relative), Cancellation);
        var expected = await service.TablesAsync(running.Storage);
        await using var elsewhere = await Azurite.StartAsync(null, Cancellation);
        await CreateAsync(elsewhere.ConnectionString);
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                Assert.True(deaths < MostWrites, "It dies for ever.");
                survived = await SurvivesAsync(elsewhere.ConnectionString, service, archive, new FaultyTransport(deaths, moment));
                var left = await service.TablesAsync(elsewhere.ConnectionString);
                Assert.True(survived || left.Count == expected.Count || !left.Any(row => row.Contains("RowKey=community ", StringComparison.Ordinal)));

                Assert.True(await SurvivesAsync(elsewhere.ConnectionString, service, archive, IntakeBench.Sound));
                Assert.Equal(expected, await service.TablesAsync(elsewhere.ConnectionString));
                await service.WipeAsync(elsewhere.ConnectionString);
            }

            Assert.InRange(deaths, 15, MostWrites);
        }
    }

    [Fact]
    public async Task Another_archive_that_was_cut_off_half_way_never_blocks_the_right_one()
    {
        var service = await ArchivedService.FillAsync(running);
        var archiveOf = new Uri(service.Declared.Community + "/archive", UriKind.Relative);
        var right = await running.Http.GetByteArrayAsync(archiveOf, Cancellation);
        var expected = await service.TablesAsync(running.Storage);
        await service.Declared.PutAsync($"{service.Declared.Address}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":1.00}]}""");
        await service.Declared.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 44"));
        var other = await running.Http.GetByteArrayAsync(archiveOf, Cancellation);
        await using var elsewhere = await Azurite.StartAsync(null, Cancellation);
        await CreateAsync(elsewhere.ConnectionString);
        var deaths = 0;
        for (; !await SurvivesAsync(elsewhere.ConnectionString, service, other, new FaultyTransport(deaths, DeathMoment.BeforeTheWrite)); deaths += 3)
        {
            Assert.True(await SurvivesAsync(elsewhere.ConnectionString, service, right, IntakeBench.Sound, clears: true));
            Assert.Equal(expected, await service.TablesAsync(elsewhere.ConnectionString));
            await service.WipeAsync(elsewhere.ConnectionString);
        }

        Assert.InRange(deaths, 15, MostWrites);
    }

    private static async Task<bool> SurvivesAsync(
        string storage, ArchivedService service, byte[] archive, HttpPipelineTransport transport, bool clears = false)
    {
        using var file = new MemoryStream(archive);
        var siren = Core.Communities.Siren.Parse(service.Siren);
        using var package = ArchivePackage.Open(file, siren);
        try
        {
            await Restoring(storage, service, transport).RestoreAsync(package, clears, Cancellation);
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    private static ArchiveRestoring Restoring(string storage, ArchivedService service, HttpPipelineTransport transport)
    {
        var tables = new TableService(storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
        var blobs = new BlobServiceClient(storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
        VersionedDocuments Documents(string table) =>
            new(tables.Table(table), blobs.GetBlobContainerClient(StorageNames.HistoryContainer), TimeProvider.System);
        var bench = new IntakeBench(storage, service.Declared);
        var documents = new ArchivedDocuments(Documents(StorageNames.RegistryTable), Documents(StorageNames.CostsTable));
        var journal = bench.JournalOn(transport);
        var reports = new ReportStore(tables.Table(StorageNames.ReportsTable), blobs.GetBlobContainerClient(StorageNames.ReportsContainer));
        return new ArchiveRestoring(
            new ArchiveRoom(new Registry(Documents(StorageNames.RegistryTable)), documents, journal, bench.LogOn(transport), reports),
            documents,
            journal,
            reports,
            bench.Rebuild(transport));
    }

    private static async Task CreateAsync(string storage)
    {
        foreach (var table in StorageNames.Tables)
        {
            await new TableService(storage).Table(table).CreateIfNotExistsAsync(Cancellation);
        }

        foreach (var container in StorageNames.Containers)
        {
            await new BlobServiceClient(storage).GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: Cancellation);
        }
    }
}
