namespace Evaluation.Functions.Store;

/// <summary>Every name in storage, once. docs/data.md says who writes and who reads what.</summary>
internal static class StorageNames
{
    public const string RegistryTable = "Registry";
    public const string ValuesTable = "Values";
    public const string SubmissionsTable = "Submissions";
    public const string CostsTable = "Costs";
    public const string RunsTable = "Runs";
    public const string ReportsTable = "Reports";
    public const string SourcesTable = "Sources";
    public const string PoisonTable = "Poison";
    public const string AuditTable = "Audit";
    public const string NoticesTable = "Notices";

    public const string JournalContainer = "journal";
    public const string ReportsContainer = "reports";
    public const string HistoryContainer = "history";

    public const string CollectQueue = "collect";
    public const string ReportsQueue = "reports";

    public static readonly string[] Tables =
    [
        RegistryTable,
        ValuesTable,
        SubmissionsTable,
        CostsTable,
        RunsTable,
        ReportsTable,
        SourcesTable,
        PoisonTable,
        AuditTable,
        NoticesTable,
    ];

    public static readonly string[] Containers = [JournalContainer, ReportsContainer, HistoryContainer];

    public static readonly string[] Queues = [CollectQueue, ReportsQueue];
}
