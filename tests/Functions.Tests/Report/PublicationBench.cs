using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Periods;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Inform;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Functions.Tests.Report;

/// <summary>What publishes reports, on real storage, through a transport that may fail, at one instant.</summary>
internal sealed class PublicationBench : IDisposable
{
    private readonly ServiceProvider _parts;

    public PublicationBench(string storage, HttpPipelineTransport transport)
    {
        var tables = new TableService(storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
        var blobs = new BlobServiceClient(storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
        VersionedDocuments Documents(string table) => new(tables.Table(table), blobs.GetBlobContainerClient(StorageNames.HistoryContainer), new OneInstant());
        _parts = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(new OneInstant())
            .AddSingleton(new ReportStore(tables.Table(StorageNames.ReportsTable), blobs.GetBlobContainerClient(StorageNames.ReportsContainer)))
            .AddSingleton(new NoticeStore(tables.Table(StorageNames.NoticesTable)))
            .AddSingleton(new ValueStore(tables.Table(StorageNames.ValuesTable)))
            .AddSingleton(new CostStore(Documents(StorageNames.CostsTable)))
            .AddSingleton(new Registry(Documents(StorageNames.RegistryTable)))
            .AddSingleton(new ReportActsStore(Documents(StorageNames.RegistryTable)))
            .AddSingleton(new DecisionStore(Documents(StorageNames.RegistryTable)))
            .AddSingleton(new ClosingStore(Documents(StorageNames.RegistryTable)))
            .AddSingleton(new BaselineStore(Documents(StorageNames.RegistryTable)))
            .AddSingleton(new UnitsStore(Documents(StorageNames.RegistryTable)))
            .AddSingleton<HtmlPage>()
            .AddSingleton<Addressed>()
            .AddSingleton<ReportTerms>()
            .AddSingleton<DossierLoader>()
            .AddSingleton<AnnualReportFiles>()
            .AddSingleton<PaperFiles>()
            .AddSingleton<PaperSources>()
            .AddSingleton<ReportPublication>()
            .AddSingleton<AnnualBuild>()
            .AddSingleton<PaperBuild>()
            .AddSingleton<SubscriptionNotices>()
            .AddSingleton<ReportShelf>()
            .AddSingleton<UnitsOverview>()
            .AddSingleton<ServiceAccounts>()
            .AddSingleton<MemberYears>()
            .AddSingleton<StatementBuild>()
            .BuildServiceProvider();
    }

    public ReportStore Reports => _parts.GetRequiredService<ReportStore>();

    public SubscriptionNotices Subscriptions => _parts.GetRequiredService<SubscriptionNotices>();

    /// <summary>Publishes a report and tells its subscribers, as a run of the queue does.</summary>
    public async Task PublishAsync(ReportKey key, CancellationToken cancellationToken)
    {
        Assert.True(Period.TryParse(key.Period, out var period));
        var (version, _) = key.Kind == ReportKind.Annual
            ? await _parts.GetRequiredService<AnnualBuild>().PublishAsync(key, period, "asked", cancellationToken)
            : await _parts.GetRequiredService<PaperBuild>().PublishAsync(key, period, cancellationToken);
        await Subscriptions.TellAsync(version, cancellationToken);
    }

    /// <summary>Publishes the statements of the members of a community, as a run of the queue does.</summary>
    public Task<StatementsBuilt> PublishStatementsAsync(Siren siren, Period year, CancellationToken cancellationToken) =>
        _parts.GetRequiredService<StatementBuild>().PublishAsync(siren, year, cancellationToken);

    public void Dispose() => _parts.Dispose();

    private sealed class OneInstant : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2027, 7, 1, 8, 0, 0, TimeSpan.Zero);
    }
}
