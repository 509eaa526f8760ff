using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>Declaring communities, mutualisations and costs.</summary>
public sealed class DocumentTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_comes_back_as_it_was_sent_with_a_tag_that_saves_the_next_download()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var first = await running.Http.GetAsync(service.Address, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, service.Address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await running.Http.SendAsync(request, Cancellation);

        var document = await first.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("2018-114", document.GetProperty("convention").GetProperty("number").GetString());
        Assert.Equal("\"v1\"", first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_same_document_again_is_the_same_version_and_a_change_keeps_the_one_before()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        using var same = await PutAsync(service.Community, GivenService.CommunityDocument);
        using var changed = await PutAsync(
            service.Community, GivenService.CommunityDocument.Replace("d’essai", "changée", StringComparison.Ordinal));

        Assert.Equal("\"v1\"", same.Headers.ETag!.Tag);
        Assert.Equal("\"v2\"", changed.Headers.ETag!.Tag);
        var before = await new BlobContainerClient(running.Storage, StorageNames.HistoryContainer)
            .GetBlobClient($"Registry/{service.Siren}/community/v0001.json").DownloadContentAsync(Cancellation);
        Assert.Contains("d’essai", before.Value.Content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_to_an_older_version_than_the_stored_one_is_refused()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.PutAsync(
            service.Community, GivenService.CommunityDocument.Replace("d’essai", "changée", StringComparison.Ordinal));

        using var request = new HttpRequestMessage(HttpMethod.Put, service.Community);
        request.Headers.TryAddWithoutValidation("If-Match", "\"v1\"");
        request.Content = new StringContent(GivenService.CommunityDocument, Encoding.UTF8, "application/json");
        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task A_document_that_breaks_rules_is_refused_with_every_problem_and_its_pointer()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await PutAsync(
            $"{service.Community}/mutualisations/autre",
            """{"serviceType":"XXX","legalForm":"groupement","indicators":[{"code":"ADS-99"}],"memberships":[{"member":"1","from":"hier"}]}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var pointers = problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()).ToList();
        Assert.Superset(
            new HashSet<string?> { "/serviceType", "/legalForm", "/label", "/indicators/0/code", "/memberships/0/member", "/memberships/0/from" },
            pointers.ToHashSet());
    }

    [Fact]
    public async Task A_member_that_takes_part_cannot_leave_the_community_unseen()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var without = GivenService.CommunityDocument.Replace("213800576", "213800592", StringComparison.Ordinal)
            .Replace("38057", "38059", StringComparison.Ordinal);

        using var answer = await PutAsync(service.Community, without);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("community.inUse", problem.GetProperty("code").GetString());
        using var page = await running.Http.GetAsync(service.Address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("http://10.0.0.1/feed")]
    [InlineData("http://example.org/feed")]
    [InlineData("https://example.org/feed")]
    [InlineData("https://user:password@127.0.0.1/feed")]
    [InlineData("file:///etc/passwd")]
    public async Task A_source_that_is_not_allowed_is_refused(string source)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await PutAsync(service.Address, GivenService.MutualisationDocument(source));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Costs_come_back_to_the_cent()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.FillAsync(2025);

        var costs = await service.GetAsync($"{service.Address}/costs/2025");

        Assert.Equal("412300.10", costs.GetProperty("lines")[0].GetProperty("amount").GetRawText());
        Assert.Equal("18450.07", costs.GetProperty("lines")[1].GetProperty("amount").GetRawText());
    }

    [Theory]
    [InlineData("5.00000000000000000000000000000000001", "number.tooManyDigits")]
    [InlineData("\"5.00000000000000000000000000000000001\"", "number.tooManyDigits")]
    [InlineData("1E-400", "number.tooManyDigits")]
    [InlineData("1000000000000.0000000000000000001", "number.tooManyDigits")]
    [InlineData("1e400", "number.tooLarge")]
    [InlineData("79228162514264337593543950336", "number.tooLarge")]
    public async Task A_number_that_would_be_rounded_is_refused_where_it_stands(string amount, string code)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await PutAsync(
            $"{service.Address}/costs/2025", $$"""{"lines":[{"category":"personnel","stage":"actual","amount":{{amount}}}]}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors")[0];
        Assert.Equal((code, "/lines/0/amount"), (error.GetProperty("code").GetString(), error.GetProperty("pointer").GetString()));
    }

    [Theory]
    [InlineData("community", "\"priceIndices\":[{\"values\":[{\"year\":2024,\"value\":1.0000000000000000000000000000000001}]}]")]
    [InlineData("service", "\"indicators\":[{\"code\":\"ADS-01\",\"target\":0.99999999999999999999999999999999}]")]
    [InlineData("service", "\"convention\":{\"allocation\":{\"method\":\"perAct\",\"prices\":{\"ADS-01\":1E-400}}}")]
    public async Task So_is_any_other_number_of_a_document(string kind, string field)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await PutAsync(kind == "community" ? service.Community : service.Address, $$"""{ {{field}} }""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("number.tooManyDigits", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("1999")]
    [InlineData("20x5")]
    [InlineData("-2025")]
    public async Task A_year_that_is_none_is_a_404(string year)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await running.Http.GetAsync($"{service.Address}/costs/{year}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> PutAsync(string address, string json) =>
        running.Http.PutAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
}
