using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Evaluation.Core.Closing;
using Evaluation.Core.Kinds;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Tests.Operate.Archives;

/// <summary>
/// A service with something of all that an archive holds: two versions of a declaration, costs, a correction, a refusal, a
/// closed year, a settled year that is opened, the state of a call, units that a member contests, two versions of a report,
/// reports of other kinds, one of them of the community.
/// </summary>
internal sealed class ArchivedService
{
    private static readonly string[] Tables =
    [
        StorageNames.RegistryTable, StorageNames.CostsTable, StorageNames.ValuesTable, StorageNames.SubmissionsTable, StorageNames.ReportsTable,
    ];

    private ArchivedService(GivenService declared) => Declared = declared;

    public GivenService Declared { get; }

    public string Siren => Declared.Siren;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ArchivedService> FillAsync(RunningApp running)
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.PutAsync(service.Address, GivenService.MutualisationDocument().Replace("2018-114", "2018-115", StringComparison.Ordinal));
        await service.PutAsync($"{service.Address}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":412300.00}],"calls":[{"member":"38185","amount":"100.00","calledOn":"2025-06-30"}]}""");
        await service.PutAsync(
            $"{service.Address}/years/2025/calls/213801855-2025-06-30-provisional-100.00/state",
            """{"state":"disputed","on":"2025-07-01","comment":"Unités contestées."}""");
        await service.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 42", "ADS-01 38151 2025-03 7"));
        await service.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 43"));
        await service.PushedAsync(GivenService.Body("ADS-99 38185 2025-03 1"));
        await service.PutAsync(service.Community + "/fiscal-years/2024", """{"closed":true}""");
        await SettleAsync(running.Storage, Core.Communities.Siren.Parse(service.Siren));
        await service.PushedAsync(GivenService.Body("ADS-03 38185 2025-01 20"));
        await service.PutAsync(
            service.Address + "/members/38185/units/2025-Q1",
            """{"state":"contested","reason":"Un dossier de trop.","figures":[{"indicator":"ADS-03","period":"2025-01","value":20},{"indicator":"ADS-03","period":"2025-02"},{"indicator":"ADS-03","period":"2025-03"}]}""");
        var reports = new ReportStore(
            new TableService(running.Storage).Table(StorageNames.ReportsTable),
            new BlobServiceClient(running.Storage).GetBlobContainerClient(StorageNames.ReportsContainer));
        var siren = Core.Communities.Siren.Parse(service.Siren);
        foreach (var (key, version) in new[]
        {
            (ReportKey.OfYear(siren, "ads", 2025), 1), (ReportKey.OfYear(siren, "ads", 2025), 2),
            (new ReportKey(siren, "ads", ReportKind.AnnualStatement, "2025"), 1), (new ReportKey(siren, "ads", ReportKind.Quarterly, "2025-Q1"), 1),
            (new ReportKey(siren, ReportKey.WholeCommunity, ReportKind.BudgetDebate, "2025"), 1),
            (ReportKey.OfMember(siren, Core.Communities.Siren.Parse("213800576"), "2025"), 1),
        })
        {
            var report = new ReportVersion(key, version, new string('f', 63) + version, new DateOnly(2026, 3, 1), []);
            await reports.TryReserveAsync(report, Cancellation);
            await reports.PublishAsync(
                report,
                [
                    new ReportFile("report.html", "text/html; charset=utf-8", BinaryData.FromString($"<p>Version {version}</p>")),
                    new ReportFile("charts/cost.svg", "image/svg+xml", BinaryData.FromString("<svg/>")),
                ],
                Cancellation);
        }

        return new ArchivedService(service);
    }

    // Two versions: settled, then opened.
    private static async Task SettleAsync(string storage, Core.Communities.Siren siren)
    {
        var settled = new SettledYearStore(new VersionedDocuments(
            new TableService(storage).Table(StorageNames.RegistryTable),
            new BlobServiceClient(storage).GetBlobContainerClient(StorageNames.HistoryContainer),
            TimeProvider.System));
        var day = new DateOnly(2026, 3, 1);
        await settled.DecideAsync(
            siren,
            "ads",
            before => before.Settle(
                2023,
                new YearSettling(default, day, "user:a", "comptable", "f", null, [new SettledAmount(siren, 10.50m, 0, 7)]),
                _ => true).Value!,
            Cancellation);
        await settled.DecideAsync(
            siren, "ads", before => before.Open(2023, new PeriodOpening("user:b", default, day, "Oubli."), day).Value!, Cancellation);
    }

    /// <summary>Every row of the community in a storage account, but for what one account alone knows.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync(string storage)
    {
        var rows = new List<string>();
        foreach (var name in Tables)
        {
            await foreach (var row in RowsAsync(storage, name))
            {
                if (row.RowKey.StartsWith("years|", StringComparison.Ordinal))
                {
                    continue;
                }

                rows.Add(name + " " + string.Join(' ', row.Where(p => p.Key is not ("Timestamp" or "odata.etag" or "Request" or "ChangedAt"))
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value}"))));
            }
        }

        return rows;
    }

    /// <summary>Loses the tables; blobs stay.</summary>
    public async Task LoseTablesAsync(string storage)
    {
        foreach (var name in Tables)
        {
            await foreach (var row in RowsAsync(storage, name))
            {
                await new TableService(storage).Table(name)
                    .DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, Cancellation);
            }
        }
    }

    /// <summary>Takes the community away.</summary>
    public async Task WipeAsync(string storage)
    {
        await LoseTablesAsync(storage);
        foreach (var (container, prefix) in new[]
        {
            (StorageNames.JournalContainer, ""), (StorageNames.HistoryContainer, "Registry/"), (StorageNames.HistoryContainer, "Costs/"),
            (StorageNames.ReportsContainer, ""),
        })
        {
            var blobs = new BlobServiceClient(storage).GetBlobContainerClient(container);
            await foreach (var blob in blobs.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix + Siren }, Cancellation))
            {
                await blobs.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
            }
        }
    }

    private Azure.AsyncPageable<TableEntity> RowsAsync(string storage, string table) =>
        new TableService(storage).Table(table).QueryAsync(
            Table.CreateQueryFilter($"PartitionKey ge {Siren} and PartitionKey lt {Siren + "~"}"), cancellationToken: Cancellation);
}
