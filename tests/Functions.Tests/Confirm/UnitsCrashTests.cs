using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Confirm;

/// <summary>
/// The process dies around each write of an answer and of a reply in turn; the same again, on the reading that its page showed,
/// finishes it, and whom it concerns is told.
/// </summary>
[Collection(Hosted.Name)]
public sealed class UnitsCrashTests(HostedPeople people)
{
    private const int MostWrites = 20;

    private static readonly PutTerms Unanswered = PutTerms.Always with { IfNoneMatch = [PutTerms.Any] };
    private static readonly PutTerms Answered = PutTerms.Always with { IfMatch = ["\"v1\""] };
    private static readonly Caller Commune = new("user:mairie");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_around_any_write_leaves_nothing_half_said_once_it_is_asked_for_again()
    {
        var service = await ConfirmingService.FillAsync(people);
        Assert.True(await SurvivesAsync(service, IntakeBench.Sound));
        var expected = await RowAsync(service);
        Assert.Equal(["contestedUnits", "unitsReply"], await NoticesAsync(service));
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                await WipeAsync(service);
                Assert.True(deaths < MostWrites, "It dies for ever.");
                survived = await SurvivesAsync(service, new FaultyTransport(deaths, moment));
                Assert.True(await SurvivesAsync(service, IntakeBench.Sound));
                Assert.Equal(expected, await RowAsync(service));
                Assert.Equal(["contestedUnits", "unitsReply"], await NoticesAsync(service));
            }

            // The answer and its notice; the version before it is kept, the reply takes its place, then the notice of that.
            Assert.InRange(deaths, 5, MostWrites);
        }
    }

    private async Task<bool> SurvivesAsync(ConfirmingService service, HttpPipelineTransport transport)
    {
        var tables = new TableService(people.Running.Storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
        var blobs = new BlobServiceClient(people.Running.Storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
        var documents = new VersionedDocuments(
            tables.Table(StorageNames.RegistryTable), blobs.GetBlobContainerClient(StorageNames.HistoryContainer), new OneInstant());
        var desk = new UnitsDesk(new UnitsStore(documents), new ValueStore(tables.Table(StorageNames.ValuesTable)), new NoticeStore(tables.Table(StorageNames.NoticesTable)), new ClosingStore(documents), new OneInstant());
        try
        {
            var community = (await new Registry(documents).FindCommunityAsync(service.Siren, Cancellation))!.Value;
            var mutualisation = (await new Registry(documents).FindMutualisationAsync(community, "ads", Cancellation))!.Value;
            var (member, period) = (community.Find(ConfirmingService.Bresson)!, Period.Of(2025, Periodicity.Quarterly, 2));
            var read = await desk.FindAsync(community, mutualisation, member, period, Cancellation);
            var answer = new UnitsAnswerDocument
            {
                State = "contested",
                Figures = UnitsEntries.Of(read.Standing, null).Figures,
                Reason = "Un dossier de trop.",
            };
            await desk.AnswerAsync(Commune, community, mutualisation, member, period, answer, Unanswered, Cancellation);
            await desk.MaintainAsync(
                community, mutualisation, member, period, new UnitsReplyDocument { Words = "Non." }, Answered, Cancellation);
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    private async Task<string> RowAsync(ConfirmingService service)
    {
        var row = (await Registry.GetEntityIfExistsAsync(service.Siren, RowOf, cancellationToken: Cancellation)).Value!;
        return $"{row["Version"]} {row["Json00"]}";
    }

    private async Task<IReadOnlyList<string>> NoticesAsync(ConfirmingService service) =>
        [.. (await new NoticeStore(Notices).ListAsync(Siren.Parse(service.Siren), null, "ads", null, Cancellation).ToListAsync(Cancellation))
            .Select(n => DomainCode.Of(n.Notice.Due.Kind)).Order(StringComparer.Ordinal)];

    private async Task WipeAsync(ConfirmingService service)
    {
        await foreach (var notice in Notices.QueryAsync(
            Table.CreateQueryFilter($"PartitionKey eq {service.Siren}"), select: ["PartitionKey", "RowKey"], cancellationToken: Cancellation))
        {
            await Notices.DeleteEntityAsync(notice.PartitionKey, notice.RowKey, Azure.ETag.All, Cancellation);
        }

        await Registry.DeleteEntityAsync(service.Siren, RowOf, Azure.ETag.All, Cancellation);
        var history = new BlobContainerClient(people.Running.Storage, StorageNames.HistoryContainer);
        await foreach (var blob in history.GetBlobsAsync(
            new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"Registry/{service.Siren}/units" }, Cancellation))
        {
            await history.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        }
    }

    private static string RowOf => TableKey.Join("units", "ads", "2025-Q2", ConfirmingService.Bresson);

    private Table Notices => new TableService(people.Running.Storage).Table(StorageNames.NoticesTable);

    private Table Registry => new TableService(people.Running.Storage).Table(StorageNames.RegistryTable);

    private sealed class OneInstant : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    }
}
