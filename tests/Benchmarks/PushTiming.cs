using System.Globalization;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Local;

namespace Evaluation.Benchmarks;

/// <summary>
/// A push of 10 000 rows over HTTP to the published app, beside the very entity-group transactions that it ends in, sent
/// to the same emulator with nothing around them.
/// </summary>
internal static class PushTiming
{
    private const int ColdStarts = 9;
    private const int WarmStarts = 3;
    private const int WarmUps = 8;
    private const int WarmPushes = 10;
    private const int Senders = 50;
    private const int RowsOfASender = 200;
    private const int Rounds = 2;

    private static readonly SubmissionId Submission = new("20260616T060000123-1f2e3d4c5b6a");

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var rows = PushedRows.All();
        var body = PushedRows.Body(rows);
        var program = await Published.AppAsync(cancellationToken);
        await using var storage = await Azurite.StartAsync(null, cancellationToken);
        var table = new TableService(storage.ConnectionString).Table("Peer");
        await table.CreateIfNotExistsAsync(cancellationToken);
        var ceiling = new Timing("emulator: the same transactions");
        var coldCeiling = new Timing("emulator: before each cold start");
        var (cold, warming) = (new Timing("push, cold"), new Timing("push, warming up"));
        var (warm, again) = (new Timing("push, warm"), new Timing("the same push again, warm"));
        var few = rows.Take(RowsOfASender).ToList();
        var fewBody = PushedRows.Body(few);
        var (togetherCeiling, together) = (new Timing("emulator: 50 × 200 rows at once"), new Timing("50 pushes of 200 rows at once"));
        var peak = 0L;
        for (var start = 0; start < ColdStarts; start++)
        {
            // Before the app is there: a start leaves work in the background that the emulator would feel.
            var alone = string.Create(CultureInfo.InvariantCulture, $"alone-{start}");
            await coldCeiling.MeasureAsync(() => WriteAsync(new ValueStore(table), alone, rows, cancellationToken));
            await using var app = await FunctionsApp.StartAsync(
                new Dictionary<string, string>
                {
                    ["AzureWebJobsStorage"] = storage.ConnectionString,
                    ["LocalTriggers__Enabled"] = "false",
                    ["Logging__LogLevel__Default"] = "Warning",
                },
                null,
                cancellationToken,
                program);
            var service = new PushedService(app.Http);
            await service.DeclareCommunityAsync(cancellationToken);
            var staysWarm = start < WarmStarts;
            for (var push = 0; push <= (staysWarm ? WarmUps + WarmPushes : 0); push++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"ads-{start}-{push}");
                await service.DeclareMutualisationAsync(id, cancellationToken);
                if (push > 0)
                {
                    await ceiling.MeasureAsync(() => WriteAsync(new ValueStore(table), id, rows, cancellationToken));
                }

                await (push == 0 ? cold : push <= WarmUps ? warming : warm).MeasureAsync(() => service.PushAsync(id, body, rows.Count, "created", cancellationToken));
                await (push <= WarmUps ? warming : again).MeasureAsync(() => service.PushAsync(id, body, rows.Count, "unchanged", cancellationToken));
            }

            for (var round = 0; round < (staysWarm ? Rounds : 0); round++)
            {
                var ids = Enumerable.Range(0, Senders).Select(s => string.Create(CultureInfo.InvariantCulture, $"ads-{start}-{round}-s{s}")).ToList();
                foreach (var id in ids)
                {
                    await service.DeclareMutualisationAsync(id, cancellationToken);
                }

                await togetherCeiling.MeasureAsync(() => TogetherAsync(ids, id => WriteAsync(new ValueStore(table), id, few, cancellationToken)));
                await together.MeasureAsync(() => TogetherAsync(ids, id => service.PushAsync(id, fewBody, few.Count, "created", cancellationToken)));
                peak = Math.Max(peak, app.Host.WorkingSet);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows"));
        coldCeiling.Print(coldCeiling);
        cold.Print(coldCeiling);
        foreach (var timing in new[] { ceiling, warm, again })
        {
            timing.Print(ceiling);
        }

        togetherCeiling.Print(togetherCeiling);
        together.Print(togetherCeiling);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"working set of the app, most: {peak / (1024 * 1024)} MiB"));
    }

    private static async Task<int> TogetherAsync(IReadOnlyList<string> ids, Func<string, Task<int>> send) =>
        (await Task.WhenAll(ids.Select(send))).Sum();

    private static async Task<int> WriteAsync(
        ValueStore store, string id, IReadOnlyList<CheckedRow> rows, CancellationToken cancellationToken)
    {
        var transactions = 0;
        foreach (var year in rows.GroupBy(r => r.Value!.Key.Period.Year))
        {
            var changes = new YearChanges(
                ValueStore.PartitionOf(PushedRows.Community.Siren, id, year.Key), Submission, WriteStrategy.Upsert, hasReason: false);
            foreach (var row in year)
            {
                changes.Put(row);
            }

            foreach (var batch in changes.Transactions())
            {
                await store.WriteAsync(batch, cancellationToken);
                transactions++;
            }
        }

        return transactions;
    }
}
