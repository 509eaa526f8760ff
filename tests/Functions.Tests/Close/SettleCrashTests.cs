using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Core.Costs;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Close;

/// <summary>The process dies around each write of what settles a year in turn; the same again finishes it.</summary>
public sealed class SettleCrashTests(RunningApp running)
{
    private const int MostWrites = 20;
    private const string Costs = """
        {"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"}],
        "calls":[{"member":"38185","amount":"300000.00","calledOn":"2024-06-30"}]}
        """;

    private static readonly Caller Finance = new("user:finances") { Grants = [Grant.Of(Role.Accountant)] };
    private static readonly Caller Director = new("user:direction") { Grants = [Grant.Of(Role.Director)] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_around_any_write_leaves_a_year_settled_as_if_it_had_not_been()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.FillAsync(2024);
        await service.PutAsync($"{service.Address}/costs/2024", Costs);
        Assert.True(await SurvivesAsync(service, IntakeBench.Sound));
        var expected = await RowsAsync(service);
        Assert.Equal(2, expected.Count);
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                Assert.True(deaths < MostWrites, "It dies for ever.");
                await WipeAsync(service);
                survived = await SurvivesAsync(service, new FaultyTransport(deaths, moment));
                Assert.True(await SurvivesAsync(service, IntakeBench.Sound));
                Assert.Equal(expected, await RowsAsync(service));
            }

            Assert.InRange(deaths, 4, MostWrites);
        }
    }

    // Settles, says where a call stands, opens: each act of the journey, as one caller would ask for them in turn.
    private async Task<bool> SurvivesAsync(GivenService service, HttpPipelineTransport transport)
    {
        var bench = new Bench(running.Storage, transport);
        try
        {
            var community = (await bench.Registry.FindCommunityAsync(service.Siren, Cancellation))!.Value;
            var mutualisation = (await bench.Registry.FindMutualisationAsync(community, "ads", Cancellation))!.Value;
            if ((await bench.Settled.OfAsync(community.Siren, "ads", Cancellation)).Find(2024) is not { Last.Openings.Count: > 0 })
            {
                await bench.Settling.SettleAsync(Finance, community, mutualisation, 2024, new SettlingRequest("comptable"), Cancellation);
            }

            await bench.Calls.SayAsync(
                Finance,
                community,
                mutualisation,
                2024,
                "213801855-2024-06-30-provisional-300000.00",
                new CallStandingDocument { State = "paid", On = "2024-08-01" },
                Cancellation);
            await bench.Settling.OpenAsync(
                Director, community, mutualisation, 2024, new OpeningRequest("2026-07-10", "Facture oubliée."), Cancellation);
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync(GivenService service)
    {
        var rows = new List<string>();
        foreach (var table in new[] { StorageNames.RegistryTable, StorageNames.CostsTable })
        {
            await foreach (var row in SelectAsync(service, table))
            {
                rows.Add($"{row.RowKey} {row["Version"]} {row["Json00"]}");
            }
        }

        return rows;
    }

    private async Task WipeAsync(GivenService service)
    {
        foreach (var table in new[] { StorageNames.RegistryTable, StorageNames.CostsTable })
        {
            await foreach (var row in SelectAsync(service, table))
            {
                await new TableService(running.Storage).Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, Cancellation);
            }
        }

        var history = new BlobContainerClient(running.Storage, StorageNames.HistoryContainer);
        await foreach (var blob in history.GetBlobsAsync(
            new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"Registry/{service.Siren}/settled" }, Cancellation))
        {
            await history.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        }
    }

    private async IAsyncEnumerable<TableEntity> SelectAsync(GivenService service, string table)
    {
        await foreach (var row in new TableService(running.Storage).Table(table).QueryAsync(
            Table.CreateQueryFilter($"PartitionKey ge {service.Siren} and PartitionKey lt {service.Siren + "~"}"), cancellationToken: Cancellation))
        {
            if (TableKey.Split(row.RowKey) is ["settled", _] or [_, "calls"])
            {
                yield return row;
            }
        }
    }

    /// <summary>What settles, on real storage, through a transport that may fail, at one instant.</summary>
    private sealed class Bench
    {
        public Bench(string storage, HttpPipelineTransport transport)
        {
            var tables = new TableService(storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
            var blobs = new BlobServiceClient(storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
            VersionedDocuments Documents(string table) => new(tables.Table(table), blobs.GetBlobContainerClient(StorageNames.HistoryContainer), new OneInstant());
            Registry = new Registry(Documents(StorageNames.RegistryTable));
            Settled = new SettledYearStore(Documents(StorageNames.RegistryTable));
            var costs = new CostStore(Documents(StorageNames.CostsTable));
            var dossiers = new DossierLoader(
                new ValueStore(tables.Table(StorageNames.ValuesTable)),
                costs,
                new BaselineStore(Documents(StorageNames.RegistryTable)),
                new ClosingStore(Documents(StorageNames.RegistryTable)),
                new UnitsStore(Documents(StorageNames.RegistryTable)));
            Settling = new SettlingDesk(Settled, dossiers, Registry, new OneInstant());
            Calls = new CallDesk(
                costs, new ClosedAccounts(new ClosingStore(Documents(StorageNames.RegistryTable)), dossiers, new OneInstant()), new OneInstant());
        }

        public Registry Registry { get; }

        public SettledYearStore Settled { get; }

        public SettlingDesk Settling { get; }

        public CallDesk Calls { get; }
    }

    private sealed class OneInstant : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    }
}
