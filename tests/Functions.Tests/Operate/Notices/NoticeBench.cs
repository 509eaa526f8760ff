using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>
/// Reminders and their delivery on real storage, through a transport that may fail, at an instant that tests choose.
/// </summary>
internal sealed class NoticeBench(string storage, HttpPipelineTransport transport, DateTimeOffset now, INoticeChannel? channel = null)
{
    public const string Siren = "200040715";

    private readonly TimeProvider _clock = new StoppedClock(now);

    public Siren Community { get; } = Core.Communities.Siren.Parse(Siren);

    public RunLedger Runs => new(Table(StorageNames.RunsTable), _clock);

    public NoticeStore Store => new(Table(StorageNames.NoticesTable));

    public Registry Registry => new(Documents(StorageNames.RegistryTable));

    public ReminderDays Reminders => new(
        Registry,
        Runs,
        new ServiceCalendars(
            new DossierLoader(
                new ValueStore(Table(StorageNames.ValuesTable)),
                new CostStore(Documents(StorageNames.CostsTable)),
                new BaselineStore(Documents(StorageNames.RegistryTable)),
                new ClosingStore(Documents(StorageNames.RegistryTable)),
                Units),
            new SourceStates(Table(StorageNames.SourcesTable), _clock),
            Decisions),
        Store,
        _clock);

    public DecisionStore Decisions => new(Documents(StorageNames.RegistryTable));

    public NoticeDelivery Delivery => new(Store, Registry, new NoticeOutlet(channel), Enclosures, _clock, NullLogger<NoticeDelivery>.Instance);

    public ReportEnclosures Enclosures => new(Reports, new SiteAddress("https://evaluation.exemple.fr"));

    public ReportStore Reports => new(
        Table(StorageNames.ReportsTable),
        new BlobServiceClient(storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } })
            .GetBlobContainerClient(StorageNames.ReportsContainer));

    public SubscriptionNotices Subscriptions => new(Registry, Reports, Store, _clock, NullLogger<SubscriptionNotices>.Instance);

    /// <summary>Makes what the app would find: tables, one community with a direction, one service with a mailbox.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken, string muted = "[]", string subscriptions = "[]")
    {
        foreach (var name in StorageNames.Tables)
        {
            await Table(name).CreateIfNotExistsAsync(cancellationToken);
        }

        await new BlobServiceClient(storage).GetBlobContainerClient(StorageNames.HistoryContainer)
            .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await new BlobServiceClient(storage).GetBlobContainerClient(StorageNames.ReportsContainer)
            .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var community = GivenService.CommunityDocument.TrimEnd()[..^1]
            + $$""","directorMailbox":"direction@exemple.fr","mutedMailboxes":{{muted}},"subscriptions":{{subscriptions}}}""";
        var mutualisation = GivenService.MutualisationDocument().TrimEnd()[..^1] + ",\"contactMailbox\":\"urbanisme@exemple.fr\"}";
        await Registry.PutCommunityAsync(
            Community, JsonSerializer.Deserialize(community, StoreJson.Documents.CommunityDocument)!, PutTerms.Always, cancellationToken);
        await Registry.PutMutualisationAsync(
            Community, "ads", JsonSerializer.Deserialize(mutualisation, StoreJson.Documents.MutualisationDocument)!, PutTerms.Always, cancellationToken);
    }

    /// <summary>What members say of their units.</summary>
    public UnitsStore Units => new(Documents(StorageNames.RegistryTable));

    /// <summary>Every notice, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Notice>> NoticesAsync(CancellationToken cancellationToken)
    {
        var notices = new List<Notice>();
        await foreach (var kept in Store.ListAsync(Community, null, null, null, cancellationToken))
        {
            notices.Add(kept.Notice);
        }

        return notices;
    }

    /// <summary>Loses all notices, runs and reports.</summary>
    public async Task WipeAsync(CancellationToken cancellationToken)
    {
        foreach (var name in new[] { StorageNames.NoticesTable, StorageNames.RunsTable, StorageNames.ReportsTable })
        {
            await foreach (var row in Table(name).QueryAsync(cancellationToken: cancellationToken))
            {
                await Table(name).DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, cancellationToken);
            }
        }
    }

    private VersionedDocuments Documents(string table) => new(
        Table(table),
        new BlobServiceClient(storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } })
            .GetBlobContainerClient(StorageNames.HistoryContainer),
        _clock);

    private Table Table(string name) => new TableService(
        storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } }).Table(name);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
