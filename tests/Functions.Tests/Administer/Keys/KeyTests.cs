using System.Text.Json;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Administer.Keys;

/// <summary>The life of an API key.</summary>
[Collection(Hosted.Name)]
public sealed class KeyTests(HostedPeople people)
{
    private const string Push = """{"label":"Oxalis","mutualisations":["ads"],"rights":["push"]}""";
    private static readonly string Row = GivenService.Body("ADS-01 38185 2025-01 42");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_sends_values_of_its_service_and_reads_nothing()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        await service.PutAsync($"{service.Community}/mutualisations/voirie", GivenService.MutualisationDocument());
        var (secret, _) = await people.NewKeyAsync(service.Siren, Push);

        Assert.Equal(200, (await PushAsync(service.Address, secret)).Status);
        Assert.Equal(403, (await people.AskAsync(HttpMethod.Get, $"{service.Address}/values", null, secret)).Status);
        Assert.Equal(404, (await PushAsync($"{service.Community}/mutualisations/voirie", secret)).Status);
        Assert.Equal(404, (await PushAsync("/api/communities/200040715/mutualisations/ads", secret)).Status);
        Assert.Equal(200, (await people.AskAsync(HttpMethod.Get, "/api/catalogue", null, secret)).Status);
    }

    [Fact]
    public async Task A_key_of_a_whole_community_opens_all_its_services()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        await service.PutAsync($"{service.Community}/mutualisations/voirie", GivenService.MutualisationDocument());
        var (secret, _) = await people.NewKeyAsync(service.Siren, """{"label":"Entrepôt","rights":["read"]}""");

        var list = await people.AskAsync(HttpMethod.Get, $"{service.Community}/mutualisations", null, secret);

        Assert.Contains("/voirie", list.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await people.AskAsync(HttpMethod.Get, $"{service.Address}/values", null, secret)).Status);
        Assert.Equal(403, (await PushAsync(service.Address, secret)).Status);
    }

    [Fact]
    public async Task A_secret_is_told_once_and_never_stored()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (secret, keyId) = await people.NewKeyAsync(service.Siren, Push);

        var list = await people.AskAsync(HttpMethod.Get, $"{service.Community}/keys", null, HostedPeople.AdminKey);
        var row = await new TableService(people.Running.Storage).Table(StorageNames.RegistryTable)
            .GetEntityAsync(service.Siren, $"key|{keyId}", cancellationToken: Cancellation);

        Assert.StartsWith($"mut_{service.Siren}_{keyId}_", secret, StringComparison.Ordinal);
        Assert.Contains(keyId, list.Body, StringComparison.Ordinal);
        var bare = secret.Split('_')[3];
        Assert.DoesNotContain(bare, list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(row.Value.Select(p => p.Value?.ToString()), v => v?.Contains(bare, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task After_a_rotation_both_texts_open_until_the_overlap_ends()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (before, keyId) = await people.NewKeyAsync(service.Siren, Push);

        var after = await RotateAsync(service, keyId, 7);
        Assert.Equal(200, (await PushAsync(service.Address, before)).Status);
        Assert.Equal(200, (await PushAsync(service.Address, after)).Status);

        var last = await RotateAsync(service, keyId, 0);
        Assert.Equal(401, (await PushAsync(service.Address, before)).Status);
        Assert.Equal(401, (await PushAsync(service.Address, after)).Status);
        Assert.Equal(200, (await PushAsync(service.Address, last)).Status);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_is_not_renewed()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (secret, keyId) = await people.NewKeyAsync(service.Siren, Push);
        Assert.Equal(200, (await PushAsync(service.Address, secret)).Status);

        var revoked = await people.AskAsync(HttpMethod.Delete, $"{service.Community}/keys/{keyId}", null, HostedPeople.AdminKey);
        var again = await people.AskAsync(HttpMethod.Delete, $"{service.Community}/keys/{keyId}", null, HostedPeople.AdminKey);
        var renewed = await people.AskAsync(
            HttpMethod.Post, $"{service.Community}/keys/{keyId}/rotation", "{}", HostedPeople.AdminKey);

        Assert.Equal(200, revoked.Status);
        Assert.Contains("\"state\":\"revoked\"", revoked.Body, StringComparison.Ordinal);
        Assert.Equal(revoked, again);
        Assert.Equal(409, renewed.Status);
        Assert.Equal(401, (await PushAsync(service.Address, secret)).Status);
    }

    [Fact]
    public async Task A_key_that_is_not_quite_right_answers_as_none_at_all()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (secret, keyId) = await people.NewKeyAsync(service.Siren, Push);
        var last = secret[^1] == '0' ? '1' : '0';
        string[] wrong = [secret[..^1] + last, secret.Replace(keyId, "000000000000", StringComparison.Ordinal), secret.ToUpperInvariant(), "mut_"];

        var without = await PushAsync(service.Address, null);
        foreach (var key in wrong)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, service.Address);
            request.Headers.TryAddWithoutValidation("X-Api-Key", key);
            using var answer = await people.Http.SendAsync(request, Cancellation);
            var body = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Equal(401, (int)answer.StatusCode);
            Assert.Equal(DetailOf(without.Body), DetailOf(body));
        }
    }

    [Theory]
    [InlineData("""{"rights":["push"]}""", "apiKey.label")]
    [InlineData("""{"label":"x","rights":[]}""", "apiKey.rights")]
    [InlineData("""{"label":"x","rights":["push","administer"]}""", "apiKey.rights")]
    [InlineData("""{"label":"x","rights":["push"],"expiresOn":"2020-01-01"}""", "apiKey.expiry")]
    [InlineData("""{"label":"x","rights":["push"],"mutualisations":["aucune"]}""", "apiKey.mutualisations")]
    [InlineData("""{"label":"x","rights":["push"],"mutualisations":[]}""", "apiKey.mutualisations")]
    public async Task A_request_that_makes_no_sense_is_refused_with_its_fault(string json, string code)
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var answer = await people.AskAsync(HttpMethod.Post, $"{service.Community}/keys", json, HostedPeople.AdminKey);

        Assert.Equal(422, answer.Status);
        Assert.Contains($"\"code\":\"{code}\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_ends_after_its_last_day_in_Paris()
    {
        var text = ApiKeyText.New(Core.Communities.Siren.Parse("200040715"));
        var key = new ApiKey(
            text.Siren, text.KeyId, "x", null, [Right.Push], new DateOnly(2025, 6, 30), text.Hash, default, "essai");

        Assert.True(key.IsOpenedBy(text.Hash, new DateTimeOffset(2025, 6, 30, 21, 59, 59, TimeSpan.Zero)));
        Assert.False(key.IsOpenedBy(text.Hash, new DateTimeOffset(2025, 6, 30, 22, 0, 0, TimeSpan.Zero)));
    }

    private async Task<string> RotateAsync(GivenService service, string keyId, int overlapDays)
    {
        var (status, body) = await people.AskAsync(
            HttpMethod.Post, $"{service.Community}/keys/{keyId}/rotation", $$"""{"overlapDays":{{overlapDays}}}""", HostedPeople.AdminKey);
        Assert.True(status == 200, body);
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("secret").GetString()!;
    }

    private Task<(int Status, string Body)> PushAsync(string address, string? key) =>
        people.AskAsync(HttpMethod.Post, $"{address}/values", Row, key);

    private static string? DetailOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("detail").GetString();
    }
}
