using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Confirm;

/// <summary>What members say of their units, as it is kept.</summary>
[Collection(Hosted.Name)]
public sealed class KeptUnitsTests(HostedPeople people)
{
    private static readonly Siren Grenoble = Siren.Parse(ConfirmingService.Grenoble);
    private static readonly Siren Bresson = Siren.Parse(ConfirmingService.Bresson);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answers_of_some_years_of_a_service_are_found_and_no_others()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var community = Siren.Parse(service.Siren);
        var documents = new VersionedDocuments(
            new TableService(people.Running.Storage).Table(StorageNames.RegistryTable),
            new BlobServiceClient(people.Running.Storage).GetBlobContainerClient(StorageNames.HistoryContainer),
            TimeProvider.System);
        var store = new UnitsStore(documents);
        foreach (var (id, member, period) in new[]
        {
            ("ads", Bresson, "2023"), ("ads", Grenoble, "2024-Q4"), ("ads", Bresson, "2024-Q4"), ("ads", Grenoble, "2025"),
            ("ads", Grenoble, "2025-S2"), ("ads", Grenoble, "2026-Q1"), ("ads-bis", Grenoble, "2025-Q1"), ("ad", Grenoble, "2025-Q1"),
        })
        {
            Assert.True(Period.TryParse(period, out var of));
            await store.DecideAsync(community, id, member, of, _ => Said, PutTerms.Always, Cancellation);
        }

        Assert.Equal(
            [$"2024-Q4 {Bresson}", $"2024-Q4 {Grenoble}", $"2025-S2 {Grenoble}", $"2025 {Grenoble}"],
            (await store.ListAsync(community, "ads", 2024, 2025, Cancellation)).Select(k => $"{k.Value.Period} {k.Value.Member}"));
        Assert.Equal(["2026-Q1"], (await store.ListAsync(community, "ads", 2026, 2026, Cancellation)).Select(k => k.Value.Period.ToString()));
        Assert.Empty(await store.ListAsync(community, "ads", 2027, 2027, Cancellation));
    }

    private static UnitsAnswerDocument Said => new()
    {
        State = "confirmed",
        Figures = [new UnitFigureDocument { Indicator = "ADS-03", Period = "2025-01", Value = 20 }],
        AnsweredBy = "user:mairie",
        AnsweredAt = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero),
    };
}
