using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Tests.Report;

/// <summary>Which parts of a declaration make the reports that rest on it out of date.</summary>
public sealed class BearingDeclarationTests(RunningApp running)
{
    private static readonly DateTimeOffset Declared = new(2026, 6, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly HandClock _clock = new(Declared);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Services => new()
    {
        { """ "serviceType":"DSI" """, true },
        { """ "posts":2.5 """, true },
        { """ "provider":"38151" """, true },
        { """ "label":"Autre nom" """, false },
        { """ "referent":"secrétariat" """, false },
        { """ "contactMailbox":"service@ville.example" """, false },
        { """ "objectives":["Instruire vite."] """, false },
        { """ "closesAfterDays":30 """, false },
        { """ "source":{"address":"https://donnees.exemple.fr/ads","everyHours":24} """, false },
    };

    public static TheoryData<string, bool> Communities => new()
    {
        { """ "demonstration":true """, true },
        { """ "functionalPay":[{"year":2025,"community":1000,"total":4000,"source":"Paie"}] """, true },
        { """ "name":"Autre nom" """, false },
        { """ "directorMailbox":"direction@ville.example" """, false },
        { """ "mutedMailboxes":["direction@ville.example"] """, false },
        { """ "subscriptions":[{"kind":"monthly","to":"director"}] """, false },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_part_of_a_service_that_bears_on_figures_outdates_and_no_other_does(string part, bool bears)
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var registry = Registry();
        var declared = new MutualisationDocument
        {
            Label = "Service",
            ServiceType = "ADS",
            LegalForm = "serviceCommun",
            Provider = "38185",
            Referent = "direction",
            Memberships = [new MembershipDocument { Member = "38185", From = "2018-01-01" }],
        };
        var siren = Siren.Parse(service.Siren);
        var community = (await registry.FindCommunityAsync(service.Siren, Cancellation))!.Value;
        Assert.Empty(MutualisationReader.Read("autre", With(declared, part), community, Catalogue.Standard).Problems);
        await registry.PutMutualisationAsync(siren, "autre", declared, PutTerms.Always, Cancellation);
        _clock.Move(TimeSpan.FromDays(1));

        var (document, changed) = await registry.PutMutualisationAsync(
            siren, "autre", With(declared, part), PutTerms.Always, Cancellation);

        Assert.Equal((true, bears ? Declared.AddDays(1) : Declared), (changed, document.ChangedAt));
    }

    [Theory]
    [MemberData(nameof(Communities))]
    public async Task A_part_of_a_community_that_bears_on_figures_outdates_and_no_other_does(string part, bool bears)
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var registry = Registry();
        var declared = JsonSerializer.Deserialize(GivenService.CommunityDocument, StoreJson.Documents.CommunityDocument)!;
        var siren = Siren.Parse(service.Siren);
        Assert.Empty(CommunityReader.Read(service.Siren, With(declared, part)).Problems);
        await registry.PutCommunityAsync(siren, declared with { Demonstration = true }, PutTerms.Always, Cancellation);
        _clock.Move(TimeSpan.FromDays(1));
        await registry.PutCommunityAsync(siren, declared, PutTerms.Always, Cancellation);
        _clock.Move(TimeSpan.FromDays(1));

        var (document, changed) = await registry.PutCommunityAsync(siren, With(declared, part), PutTerms.Always, Cancellation);

        Assert.Equal((true, bears ? Declared.AddDays(2) : Declared.AddDays(1)), (changed, document.ChangedAt));
    }

    private Registry Registry() => new(new VersionedDocuments(
        new TableService(running.Storage).Table(StorageNames.RegistryTable),
        new BlobContainerClient(running.Storage, StorageNames.HistoryContainer),
        _clock));

    private static MutualisationDocument With(MutualisationDocument document, string part) => JsonSerializer.Deserialize(
        Merged(JsonSerializer.SerializeToNode(document, StoreJson.Documents.MutualisationDocument)!.AsObject(), part),
        StoreJson.Documents.MutualisationDocument)!;

    private static CommunityDocument With(CommunityDocument document, string part) => JsonSerializer.Deserialize(
        Merged(JsonSerializer.SerializeToNode(document, StoreJson.Documents.CommunityDocument)!.AsObject(), part),
        StoreJson.Documents.CommunityDocument)!;

    private static JsonObject Merged(JsonObject document, string part)
    {
        foreach (var (name, value) in JsonNode.Parse($"{{{part}}}")!.AsObject())
        {
            document[name] = value?.DeepClone();
        }

        return document;
    }
}
