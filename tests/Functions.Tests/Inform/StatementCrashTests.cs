using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Inform;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Collect;
using Evaluation.Functions.Tests.Decide;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>The process dies around each write of the statements of members in turn; the same message again finishes them.</summary>
[Collection(Hosted.Name)]
public sealed class StatementCrashTests(HostedPeople people)
{
    // Of three members: a version reserved, three files, the version shown.
    private const int Writes = 3 * 5;

    private static readonly Period Year = Period.OfYear(2025);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_death_around_any_write_shows_no_half_statement_and_the_next_delivery_publishes_each_once()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        var siren = Siren.Parse(service.Siren);
        Assert.Equal(new StatementsBuilt(3, 0), await BuildAsync(siren, IntakeBench.Sound));
        var expected = await StoredAsync(siren);
        Assert.Equal(3 + (3 * 3), expected.Count);
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            for (var writes = 0; writes < Writes; writes++)
            {
                await WipeAsync(siren);
                await Assert.ThrowsAsync<ProcessDied>(() => BuildAsync(siren, new FaultyTransport(writes, moment)));
                foreach (var shown in await Store(IntakeBench.Sound).StatementsAsync(siren, Cancellation))
                {
                    Assert.Equal(3, shown.Files.Count);
                }

                var built = await BuildAsync(siren, IntakeBench.Sound);
                Assert.Equal(3, built.Published + built.Same);
                Assert.Equal(expected, await StoredAsync(siren));
                Assert.Equal(new StatementsBuilt(0, 3), await BuildAsync(siren, IntakeBench.Sound));
            }
        }
    }

    private async Task<StatementsBuilt> BuildAsync(Siren siren, HttpPipelineTransport transport)
    {
        var clock = new OneInstant();
        var (tables, blobs) = Clients(transport);
        var reports = Store(transport);
        var documents = new VersionedDocuments(tables.Table(StorageNames.RegistryTable), blobs.GetBlobContainerClient(StorageNames.HistoryContainer), clock);
        var costs = new CostStore(new VersionedDocuments(tables.Table(StorageNames.CostsTable), blobs.GetBlobContainerClient(StorageNames.HistoryContainer), clock));
        var (registry, acts, units, values) = (new Registry(documents), new ReportActsStore(documents), new UnitsStore(documents), new ValueStore(tables.Table(StorageNames.ValuesTable)));
        var accounts = new ServiceAccounts(
            new DossierLoader(values, costs, new BaselineStore(documents), new SettledYearStore(documents), units),
            costs,
            new ReportShelf(reports, acts),
            reports,
            new UnitsOverview(units, values, clock),
            clock);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        return await new StatementBuild(
            new Addressed(registry),
            new ReportTerms(registry, costs, acts),
            new MemberYears(registry, accounts, clock),
            new PaperFiles(new HtmlPage(services, NullLoggerFactory.Instance)),
            new ReportPublication(reports),
            clock).PublishAsync(siren, Year, Cancellation);
    }

    private (TableService Tables, BlobServiceClient Blobs) Clients(HttpPipelineTransport transport) => (
        new TableService(people.Running.Storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } }),
        new BlobServiceClient(people.Running.Storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } }));

    private ReportStore Store(HttpPipelineTransport transport)
    {
        var (tables, blobs) = Clients(transport);
        return new ReportStore(tables.Table(StorageNames.ReportsTable), blobs.GetBlobContainerClient(StorageNames.ReportsContainer));
    }

    // What is kept, to the byte.
    private async Task<IReadOnlyList<string>> StoredAsync(Siren siren)
    {
        var stored = new List<string>();
        await foreach (var row in RowsAsync(siren))
        {
            stored.Add($"{row.RowKey} {row["Fingerprint"]} {row["GeneratedOn"]} {row["Files"]} {row["CurrentAt"]} {row["Told"]}");
        }

        var container = new BlobContainerClient(people.Running.Storage, StorageNames.ReportsContainer);
        foreach (var name in await NamesAsync(container, siren))
        {
            stored.Add($"{name} {(await container.GetBlobClient(name).DownloadContentAsync(Cancellation)).Value.Content}");
        }

        return stored;
    }

    private async Task WipeAsync(Siren siren)
    {
        await foreach (var row in RowsAsync(siren))
        {
            await new TableService(people.Running.Storage).Table(StorageNames.ReportsTable)
                .DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, Cancellation);
        }

        var container = new BlobContainerClient(people.Running.Storage, StorageNames.ReportsContainer);
        foreach (var name in await NamesAsync(container, siren))
        {
            await container.DeleteBlobAsync(name, cancellationToken: Cancellation);
        }
    }

    private Azure.AsyncPageable<TableEntity> RowsAsync(Siren siren) =>
        new TableService(people.Running.Storage).Table(StorageNames.ReportsTable).QueryAsync(
            Table.CreateQueryFilter($"PartitionKey eq {siren.ToString()} and RowKey ge {ReportKey.FirstMember} and RowKey lt {ReportKey.PastMembers}"),
            cancellationToken: Cancellation);

    private static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container, Siren siren) =>
        await container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{siren}/{ReportKey.WholeCommunity}" }, Cancellation)
            .Select(blob => blob.Name)
            .ToListAsync(Cancellation);

    private sealed class OneInstant : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2027, 7, 1, 8, 0, 0, TimeSpan.Zero);
    }
}
