using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Evaluation.Functions.Access;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Administer.Keys;
using Evaluation.Functions.Close;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Consult.Routes;
using Evaluation.Functions.Decide;
using Evaluation.Functions.Describe;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;
using Evaluation.Functions.Inform;
using Evaluation.Functions.Look;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Operate.Archives;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Operate.Rebuild;
using Evaluation.Functions.Report;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions;

/// <summary>What each step of the flow needs.</summary>
internal static class Steps
{
    /// <param name="services">Of the app.</param>
    /// <param name="configuration">Says where storage is.</param>
    /// <exception cref="StartUpException">A setting of storage is missing or cannot be read.</exception>
    public static void AddSteps(this IServiceCollection services, IConfiguration configuration)
    {
        AddStore(services, StorageConnection.From(configuration));
        services.AddRights();
        services.AddSingleton<Invocations>();
        services.AddSingleton<KeyRequests>();
        services
            .AddSingleton<Addressed>()
            .AddSingleton(provider => new ApiDescription(provider.GetRequiredService<EndpointDataSource>()))
            .AddSingleton<CommunityUses>()
            .AddSingleton<ClosedAccounts>()
            .AddSingleton<DossierLoader>()
            .AddSingleton<YearEvaluations>()
            .AddSingleton<SubmissionDecision>()
            .AddSingleton<SubmissionIntake>()
            .AddSingleton<PeriodDesk>()
            .AddSingleton<SettlingDesk>()
            .AddSingleton<CallDesk>()
            .AddSingleton<UnitsDesk>()
            .AddSingleton<UnitsOverview>()
            .AddSingleton<ValueHistories>()
            .AddSingleton<CollectPlan>()
            .AddSingleton<SourceDeclaration>()
            .AddSingleton<ReportTerms>()
            .AddSingleton<ReviewPlan>()
            .AddSingleton<ReportAsk>()
            .AddSingleton<AnnualReportFiles>()
            .AddSingleton<PaperFiles>()
            .AddSingleton<PaperSources>()
            .AddSingleton<ReportPublication>()
            .AddSingleton<AnnualBuild>()
            .AddSingleton<PaperBuild>()
            .AddSingleton<SubscriptionNotices>()
            .AddSingleton<ReportBuild>()
            .AddSingleton<ReportShelf>()
            .AddSingleton<OutdatedVersions>()
            .AddSingleton<TransmissionNotices>()
            .AddSingleton<ReportActsDesk>()
            .AddSingleton<DecisionDesk>()
            .AddSingleton<ServiceAccounts>()
            .AddSingleton<MemberYears>()
            .AddSingleton<IStatementBuild, StatementBuild>()
            .AddSingleton<DecisionsPortal>()
            .AddSingleton<EntryPortal>()
            .AddSingleton<AccountsPortal>()
            .AddSingleton<UnitsPortal>()
            .AddSingleton<MemberPortal>()
            .AddSingleton<SubscriptionsPortal>()
            .AddSingleton<MemberSubscriptionsPortal>()
            .AddSingleton<ServiceYears>()
            .AddSingleton<CommunityHomes>()
            .AddSingleton<HtmlPage>()
            .AddSingleton<PortalPage>()
            .AddSingleton<RunQueues>()
            .AddSingleton<RunList>()
            .AddSingleton<PoisonDesk>()
            .AddSingleton<JobsWatch>()
            .AddSingleton<StorageReach>()
            .AddSingleton<WatchedTimers>()
            .AddNotices()
            .AddSingleton<TableRebuild>()
            .AddSingleton<ArchiveWriting>()
            .AddSingleton<ArchiveRoom>()
            .AddSingleton<ArchiveRestoring>()
            .AddSingleton<StorageCreation>()
            .AddHostedService(provider => provider.GetRequiredService<StorageCreation>())
            .AddHostedService<PushRehearsal>();
        services.AddFeeds();
        services.AddResponseCompression().AddRequestDecompression();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Answers));
    }

    private static void AddStore(IServiceCollection services, StorageConnection storage)
    {
        services
            .AddSingleton(storage)
            .AddSingleton(storage.OpenBlobs())
            .AddSingleton(storage.OpenQueues())
            .AddSingleton<PoisonQueue>();
        services.AddSingleton(provider => TablesOf(provider.GetRequiredService<StorageConnection>()));
        services.AddSingleton(provider => new Registry(Documents(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new CostStore(Documents(provider, StorageNames.CostsTable)));
        services.AddSingleton(provider => new ArchivedDocuments(
            Documents(provider, StorageNames.RegistryTable), Documents(provider, StorageNames.CostsTable)));
        services.AddSingleton(provider => new ClosingStore(Documents(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new SettledYearStore(Documents(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new ReportActsStore(Documents(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new DecisionStore(Documents(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new UnitsStore(Documents(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new BaselineStore(Documents(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new ValueStore(Table(provider, StorageNames.ValuesTable)));
        services.AddSingleton<ValueWriter>();
        services.AddSingleton(provider => new IdempotencyKeys(Table(provider, StorageNames.SubmissionsTable)));
        services.AddSingleton(provider => new Journal(Container(provider, StorageNames.JournalContainer)));
        services.AddSingleton(provider => new SubmissionLog(Table(provider, StorageNames.SubmissionsTable)));
        services.AddSingleton(provider => new InputChanges(
            provider.GetRequiredService<SubmissionLog>(),
            Table(provider, StorageNames.RegistryTable),
            Table(provider, StorageNames.CostsTable)));
        services.AddSingleton(provider => new KeyStore(Table(provider, StorageNames.RegistryTable)));
        services.AddSingleton(provider => new AuditTrail(
            Table(provider, StorageNames.AuditTable),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AuditTrail>>()));
        services.AddSingleton(provider => new RunLedger(
            Table(provider, StorageNames.RunsTable), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new TimerSuccesses(
            Table(provider, StorageNames.RunsTable), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SourceStates(
            Table(provider, StorageNames.SourcesTable), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new NoticeStore(Table(provider, StorageNames.NoticesTable)));
        services.AddSingleton(provider => new PoisonStore(Table(provider, StorageNames.PoisonTable)));
        services.AddSingleton(provider => new PoisonDrain(
            provider.GetRequiredService<StorageConnection>().OpenQueues(QueueMessageEncoding.None),
            provider.GetRequiredService<PoisonStore>(),
            provider.GetRequiredService<RunLedger>()));
        services.AddSingleton(provider => new ReportStore(
            Table(provider, StorageNames.ReportsTable), Container(provider, StorageNames.ReportsContainer)));
        foreach (var queue in StorageNames.Queues)
        {
            services.AddKeyedSingleton(queue, (provider, _) => new WorkQueue(
                provider.GetRequiredService<QueueServiceClient>().GetQueueClient(queue)));
        }
    }

    private static TableService TablesOf(StorageConnection storage) => storage.ConnectionString is { } connectionString
        ? new TableService(connectionString)
        : new TableService(storage.TableEndpoint!, storage.Credential!);

    private static VersionedDocuments Documents(IServiceProvider provider, string table) =>
        new(Table(provider, table), Container(provider, StorageNames.HistoryContainer), provider.GetRequiredService<TimeProvider>());

    private static Table Table(IServiceProvider provider, string name) =>
        provider.GetRequiredService<TableService>().Table(name);

    private static BlobContainerClient Container(IServiceProvider provider, string name) =>
        provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(name);
}
