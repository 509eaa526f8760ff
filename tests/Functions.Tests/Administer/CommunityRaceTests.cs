using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Close;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>A declaration of a community that is written while something that rests on it is written too.</summary>
public sealed class CommunityRaceTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_community_written_while_a_year_is_settled_that_it_would_move_is_taken_back_and_its_author_told()
    {
        var (service, parts) = await GivenAsync();
        var (known, changed, document) = await ChangedAsync(service, parts, "\"inhabitants\":683", "\"inhabitants\":9683");
        var seen = await parts.Uses.RequireUnmovedAsync(known.Value, changed, Cancellation);
        await service.PutAsync($"{service.Address}/years/2025/settlement", """{"function":"comptable"}""");
        var (stored, _) = await parts.Registry.PutCommunityAsync(changed.Siren, document, PutTerms.Always, Cancellation);

        var told = await Assert.ThrowsAsync<RefusalException>(() => parts.Uses.RequireStillUnmovedAsync(
            changed, seen, () => parts.Registry.TakeBackAsync(stored, known.Document, Cancellation), Cancellation));

        Assert.Equal("year.settled", told.Code);
        Assert.Equal(683, (await service.GetAsync(service.Community)).GetProperty("members")[2].GetProperty("populations")[0].GetProperty("inhabitants").GetInt32());
    }

    [Fact]
    public async Task A_member_that_leaves_while_a_service_takes_it_in_stays()
    {
        var (service, parts) = await GivenAsync();
        await service.PutAsync(service.Address, GivenService.MutualisationDocument().Replace(""",{"member":"38057","from":"2025-04-01"}""", "", StringComparison.Ordinal));
        var (known, changed, document) = await ChangedAsync(
            service, parts, GivenService.CommunityDocument[(GivenService.CommunityDocument.IndexOf("},\n{\"siren\":\"213800576\"", StringComparison.Ordinal) + 1)..^2], "");
        var seen = await parts.Uses.RequireUnmovedAsync(known.Value, changed, Cancellation);
        await service.PutAsync(service.Address, GivenService.MutualisationDocument());
        var (stored, _) = await parts.Registry.PutCommunityAsync(changed.Siren, document, PutTerms.Always, Cancellation);

        var told = await Assert.ThrowsAsync<RefusalException>(() => parts.Uses.RequireStillUnmovedAsync(
            changed, seen, () => parts.Registry.TakeBackAsync(stored, known.Document, Cancellation), Cancellation));

        Assert.Equal("community.inUse", told.Code);
        Assert.Equal(3, (await service.GetAsync(service.Community)).GetProperty("members").GetArrayLength());
    }

    [Fact]
    public async Task Of_two_who_put_a_community_under_one_tag_at_once_one_is_told_and_without_a_tag_both_are_taken()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        using var read = await running.Http.GetAsync(service.Community, Cancellation);
        var tag = read.Headers.ETag!.ToString();
        string Named(string name) => GivenService.CommunityDocument.Replace("Communauté d’essai", name, StringComparison.Ordinal);

        var tagged = await Task.WhenAll(PutAsync(service, Named("Une"), tag), PutAsync(service, Named("Deux"), tag));
        var free = await Task.WhenAll(PutAsync(service, Named("Trois"), null), PutAsync(service, Named("Quatre"), null));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], tagged.Order());
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], free);
    }

    private async Task<HttpStatusCode> PutAsync(GivenService service, string json, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, service.Community) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        using var answer = await running.Http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<(Registered<Community> Known, Community Changed, CommunityDocument Document)> ChangedAsync(
        GivenService service, Parts parts, string from, string to)
    {
        var json = GivenService.CommunityDocument.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(GivenService.CommunityDocument, json);
        var document = JsonSerializer.Deserialize(json, StoreJson.Documents.CommunityDocument)!;
        return ((await parts.Registry.FindCommunityAsync(service.Siren, Cancellation))!, CommunityReader.Read(service.Siren, document).Value!, document);
    }

    private async Task<(GivenService Service, Parts Parts)> GivenAsync()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.CommunityProvidesAsync();
        await service.FillAsync(2025);
        return (service, new Parts(running.Storage));
    }

    private sealed class Parts
    {
        public Parts(string storage)
        {
            var tables = new TableService(storage);
            VersionedDocuments Documents(string table) => new(
                tables.Table(table), new BlobServiceClient(storage).GetBlobContainerClient(StorageNames.HistoryContainer), TimeProvider.System);
            var (costs, baselines, closings) = (
                new CostStore(Documents(StorageNames.CostsTable)), new BaselineStore(Documents(StorageNames.RegistryTable)), new ClosingStore(Documents(StorageNames.RegistryTable)));
            Registry = new Registry(Documents(StorageNames.RegistryTable));
            Uses = new CommunityUses(Registry, costs, baselines, new ClosedAccounts(
                closings,
                new DossierLoader(new ValueStore(tables.Table(StorageNames.ValuesTable)), costs, baselines, closings, new UnitsStore(Documents(StorageNames.RegistryTable))),
                TimeProvider.System));
        }

        public Registry Registry { get; }

        public CommunityUses Uses { get; }
    }
}
