using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Core.Decisions;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Decide;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Collect;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Functions.Tests.Decide;

/// <summary>The process dies around each write of what is decided in turn; the same again, or the next hour, finishes it.</summary>
[Collection(Hosted.Name)]
public sealed class DecideCrashTests(HostedPeople people)
{
    private const int MostWrites = 30;

    private static readonly Caller Director = new("user:direction") { Grants = [Grant.Of(Role.Director)] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_around_any_write_leaves_nothing_half_told_once_it_is_asked_for_again_or_an_hour_has_passed()
    {
        var service = await EvaluatedService.PublishAsync(people);
        Assert.True(await SurvivesAsync(service, IntakeBench.Sound));
        var expected = await RowsAsync(service);
        Assert.Equal(5, expected.Count);
        var finished = 0;
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                await WipeAsync(service);
                Assert.True(deaths < MostWrites, "It dies for ever.");
                survived = await SurvivesAsync(service, new FaultyTransport(deaths, moment));
                var bench = new Bench(people.Running.Storage, IntakeBench.Sound);
                if ((await bench.Acts.OfAsync(KeyOf(service), Cancellation)).Transmissions is [{ Told: false }])
                {
                    Assert.InRange(await bench.Notices.FinishAsync(Cancellation), 1, int.MaxValue);
                    Assert.Equal(expected, await RowsAsync(service));
                    finished++;
                }

                Assert.True(await SurvivesAsync(service, IntakeBench.Sound));
                Assert.Equal(expected, await RowsAsync(service));
            }

            Assert.InRange(deaths, 9, MostWrites);
        }

        Assert.InRange(finished, 2, int.MaxValue);
    }

    private static ReportKey KeyOf(EvaluatedService service) => new(Core.Communities.Siren.Parse(service.Siren), "ads", Core.Kinds.ReportKind.Annual, "2025");

    // Validates, decides, transmits: each act of the journey, as one caller would ask for them in turn.
    private async Task<bool> SurvivesAsync(EvaluatedService service, HttpPipelineTransport transport)
    {
        var bench = new Bench(people.Running.Storage, transport);
        try
        {
            var community = (await bench.Registry.FindCommunityAsync(service.Siren, Cancellation))!.Value;
            var mutualisation = (await bench.Registry.FindMutualisationAsync(community, "ads", Cancellation))!.Value;
            var version = (await bench.Versions.VersionsAsync(KeyOf(service), Cancellation)).Single(v => v.VersionText == "v1");
            var proposed = (await PublishedReport.ReadAsync(bench.Versions, version, Cancellation)).Proposed;
            await bench.Reports.ValidateAsync(
                Director, mutualisation, KeyOf(service), "v1", new ValidationRequest("direction", "Lu."), Cancellation);
            var decision = new DecisionDocument
            {
                Decision = "continue",
                Reasons = "Les délais sont tenus.",
                EffectiveOn = "2027-01-01",
                DepartsBecause = proposed is null or DecisionKind.Continue ? null : "Le comité en a débattu.",
                Actions = [new() { Label = "Revoir la clé.", Owner = "direction", DueOn = "2026-12-15", State = "inProgress" }],
            };
            await bench.Decisions.DecideAsync(Director, community, mutualisation, 2025, decision, PutTerms.Always, Cancellation);
            await bench.Reports.TransmitAsync(Director, community, mutualisation, KeyOf(service), "v1", Cancellation);
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync(EvaluatedService service)
    {
        var rows = new List<string>();
        await foreach (var row in SelectAsync(service, StorageNames.RegistryTable))
        {
            if (IsAct(row))
            {
                rows.Add($"{row.RowKey} {row["Version"]} {row["Json00"]}");
            }
        }

        await foreach (var row in SelectAsync(service, StorageNames.NoticesTable))
        {
            rows.Add($"{row.RowKey} {row["Member"]} {row["Text"]}");
        }

        return rows;
    }

    private async Task WipeAsync(EvaluatedService service)
    {
        foreach (var name in new[] { StorageNames.RegistryTable, StorageNames.NoticesTable })
        {
            await foreach (var row in SelectAsync(service, name))
            {
                if (name == StorageNames.NoticesTable || IsAct(row))
                {
                    await new TableService(people.Running.Storage).Table(name)
                        .DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, Cancellation);
                }
            }
        }

        var history = new BlobContainerClient(people.Running.Storage, StorageNames.HistoryContainer);
        await foreach (var blob in history.GetBlobsAsync(
            new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"Registry/{service.Siren}/report" }, Cancellation))
        {
            await history.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        }
    }

    private static bool IsAct(TableEntity row) => TableKey.Split(row.RowKey)[0] is "report" or "decision";

    private Azure.AsyncPageable<TableEntity> SelectAsync(EvaluatedService service, string table) =>
        new TableService(people.Running.Storage).Table(table).QueryAsync(
            Table.CreateQueryFilter($"PartitionKey eq {service.Siren}"), cancellationToken: Cancellation);

    /// <summary>What decides, on real storage, through a transport that may fail, at one instant.</summary>
    private sealed class Bench
    {
        private readonly TableService _tables;
        private readonly BlobServiceClient _blobs;

        public Bench(string storage, HttpPipelineTransport transport)
        {
            _tables = new TableService(storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
            _blobs = new BlobServiceClient(storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
            Versions = new ReportStore(
                _tables.Table(StorageNames.ReportsTable), _blobs.GetBlobContainerClient(StorageNames.ReportsContainer));
            var decisions = new DecisionStore(Documents);
            Registry = new Registry(Documents);
            Acts = new ReportActsStore(Documents);
            var notices = new NoticeStore(_tables.Table(StorageNames.NoticesTable));
            Notices = new TransmissionNotices(
                Registry,
                Versions,
                Acts,
                decisions,
                notices,
                new SubscriptionNotices(Registry, Versions, notices, new OneInstant(), NullLogger<SubscriptionNotices>.Instance),
                new OneInstant(),
                NullLogger<TransmissionNotices>.Instance);
            Reports = new ReportActsDesk(
                Versions,
                Acts,
                new ReportShelf(Versions, Acts),
                new OutdatedVersions(Inputs, new ClosingStore(Documents)),
                Notices,
                new OneInstant());
            Decisions = new DecisionDesk(Versions, decisions, new OneInstant());
        }

        public Registry Registry { get; }

        public ReportStore Versions { get; }

        public ReportActsStore Acts { get; }

        public TransmissionNotices Notices { get; }

        public ReportActsDesk Reports { get; }

        public DecisionDesk Decisions { get; }

        private InputChanges Inputs => new(
            new SubmissionLog(_tables.Table(StorageNames.SubmissionsTable)),
            _tables.Table(StorageNames.RegistryTable),
            _tables.Table(StorageNames.CostsTable));

        private VersionedDocuments Documents => new(
            _tables.Table(StorageNames.RegistryTable), _blobs.GetBlobContainerClient(StorageNames.HistoryContainer), new OneInstant());
    }

    private sealed class OneInstant : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    }
}
