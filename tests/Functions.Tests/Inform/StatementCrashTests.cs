using Azure.Core.Pipeline;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Collect;
using Evaluation.Functions.Tests.Decide;
using Evaluation.Functions.Tests.Report;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>The process dies around each write of the statements of members in turn; the same message again finishes them.</summary>
[Collection(Hosted.Name)]
public sealed class StatementCrashTests(HostedPeople people)
{
    // Of three members: a version reserved, three files, the version shown, noted as told; and the notice of the one that is subscribed.
    private const int Writes = (3 * 6) + 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_death_around_any_write_shows_no_half_statement_and_the_next_delivery_publishes_each_and_tells_who_is_subscribed_once()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.Declared.PutAsync(
            service.Declared.Community,
            GivenService.CommunityDocument.TrimEnd()[..^1] + ""","subscriptions":[{"kind":"memberStatement","to":"member","member":"38151","as":"docx"}]}""");
        await service.TransmitAsync("v1");
        var siren = Siren.Parse(service.Siren);
        var stored = new StoredReports(people.Running.Storage, siren, ReportKey.WholeCommunity, StorageNames.ReportsTable);
        using var sound = Bench(IntakeBench.Sound);
        Assert.Equal(new StatementsBuilt(3, 0), await BuildAsync(sound, siren));
        var expected = await stored.HeldAsync(Cancellation);
        Assert.Equal(3 * 3, expected.Count(held => held.Contains(" sha256 ", StringComparison.Ordinal)));
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            for (var writes = 0; writes < Writes; writes++)
            {
                await stored.WipeAsync(Cancellation);
                await ForgetAsync(service.Siren);
                using var dying = Bench(new FaultyTransport(writes, moment));
                await Assert.ThrowsAsync<ProcessDied>(() => BuildAsync(dying, siren));
                foreach (var shown in await sound.Reports.StatementsAsync(siren, Cancellation))
                {
                    Assert.Equal(3, shown.Files.Count);
                }

                var built = await BuildAsync(sound, siren);
                Assert.Equal(3, built.Published + built.Same);
                Assert.Equal(expected, await stored.HeldAsync(Cancellation));
                Assert.Equal(new StatementsBuilt(0, 3), await BuildAsync(sound, siren));
                Assert.Equal(["213801517"], await ToldAsync(service.Siren));
            }
        }
    }

    private PublicationBench Bench(HttpPipelineTransport transport) => new(people.Running.Storage, transport);

    private static Task<StatementsBuilt> BuildAsync(PublicationBench bench, Siren siren) =>
        bench.PublishStatementsAsync(siren, Period.OfYear(2025), Cancellation);

    private Table Notices => new TableService(people.Running.Storage).Table(StorageNames.NoticesTable);

    private async Task<IReadOnlyList<string>> ToldAsync(string siren)
    {
        var told = new List<string>();
        await foreach (var row in Notices.QueryAsync(Table.CreateQueryFilter($"PartitionKey eq {siren} and Kind eq {"report"}"), cancellationToken: Cancellation))
        {
            told.Add(row.GetString("Member"));
        }

        return told;
    }

    private async Task ForgetAsync(string siren)
    {
        await foreach (var row in Notices.QueryAsync(Table.CreateQueryFilter($"PartitionKey eq {siren} and Kind eq {"report"}"), cancellationToken: Cancellation))
        {
            await Notices.DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, Cancellation);
        }
    }
}
