using System.Net;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>A document is put under conditions, or only tried.</summary>
public sealed class ConditionTests(RunningApp running)
{
    private const string Costs = """{"lines":[{"category":"personnel","stage":"actual","amount":"500000.00"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("If-None-Match", "*", 412)]
    [InlineData("If-None-Match", "\"v1\"", 412)]
    [InlineData("If-None-Match", "W/\"v1\"", 412)]
    [InlineData("If-None-Match", "\"v9\"", 200)]
    [InlineData("If-Match", "*", 200)]
    [InlineData("If-Match", "\"v1\"", 200)]
    [InlineData("If-Match", "\"v9\", \"v1\"", 200)]
    [InlineData("If-Match", "\"v9\"", 412)]
    [InlineData("If-Match", "W/\"v1\"", 412)]
    [InlineData("If-Match", "v1", 412)]
    public async Task What_is_there_decides_whether_a_document_is_put(string header, string value, int status)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await PutAsync(service.Community, GivenService.CommunityDocument, (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("If-Match", "*", 412)]
    [InlineData("If-Match", "\"v1\"", 412)]
    [InlineData("If-None-Match", "*", 201)]
    public async Task Where_nothing_is_there_a_condition_asks_for_something_or_for_nothing(string header, string value, int status)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await PutAsync($"{service.Address}/costs/2025", Costs, (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_closing_of_a_fiscal_year_keeps_to_its_conditions()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var year = $"{service.Community}/fiscal-years/2024";
        const string closing = """{"closed":true}""";

        using var absent = await PutAsync(year, closing, ("If-Match", "*"));
        using var made = await PutAsync(year, closing, ("If-None-Match", "*"));
        using var present = await PutAsync(year, closing, ("If-None-Match", "*"));

        Assert.Equal([412, 200, 412], new[] { absent, made, present }.Select(a => (int)a.StatusCode));
    }

    [Fact]
    public async Task Every_declaration_can_be_tried_and_writes_nothing()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.PutAsync($"{service.Address}/costs/2024", Costs);
        (string Address, string Changed)[] declarations =
        [
            (service.Community, GivenService.CommunityDocument.Replace("d’essai", "changée", StringComparison.Ordinal)),
            (service.Address, GivenService.MutualisationDocument().Replace("direction de", "service de", StringComparison.Ordinal)),
            ($"{service.Address}/costs/2024", Costs.Replace("500000", "1", StringComparison.Ordinal)),
        ];
        foreach (var (address, changed) in declarations)
        {
            var before = await running.Http.GetStringAsync(address, Cancellation);

            using var tried = await PutAsync($"{address}?dryRun=true", changed);

            Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
            Assert.Null(tried.Headers.ETag);
            Assert.NotEqual(before, await tried.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal(before, await running.Http.GetStringAsync(address, Cancellation));
        }
    }

    [Fact]
    public async Task What_is_new_and_only_tried_is_not_there_afterwards()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        (string Address, string Document)[] declarations =
        [
            ($"{service.Community}/mutualisations/voirie", GivenService.MutualisationDocument()),
            ($"{service.Address}/costs/2025", Costs),
        ];
        foreach (var (address, document) in declarations)
        {
            using var tried = await PutAsync($"{address}?dryRun=true", document);
            using var there = await running.Http.GetAsync(address, Cancellation);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (tried.StatusCode, there.StatusCode));
        }

        using var year = await PutAsync($"{service.Community}/fiscal-years/2025?dryRun=true", """{"closed":true}""");
        Assert.Equal(HttpStatusCode.OK, year.StatusCode);
        Assert.Equal(0, (await service.GetAsync($"{service.Community}/fiscal-years")).GetProperty("fiscalYears").GetArrayLength());
    }

    [Fact]
    public async Task A_trial_is_refused_as_the_declaration_would_be()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var wrong = await PutAsync($"{service.Address}/costs/2025?dryRun=true", """{"lines":[]}""");
        using var stale = await PutAsync($"{service.Community}?dryRun=true", GivenService.CommunityDocument, ("If-Match", "\"v9\""));

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.PreconditionFailed), (wrong.StatusCode, stale.StatusCode));
    }

    [Fact]
    public async Task A_community_of_158_communes_and_twelve_years_of_three_populations_is_kept_whole()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var members = Enumerable.Range(0, 158).Select(i => new
        {
            siren = SirenOf(i),
            inseeCode = FormattableString.Invariant($"73{i + 100:D3}"),
            name = FormattableString.Invariant($"Commune n° {i}"),
            populations = new[] { "municipale", "totale", "dgf" }.SelectMany(kind => Enumerable.Range(2015, 12).Select(year => new
            {
                kind,
                year,
                inhabitants = 1000 + (i * 7) + year,
                source = "Insee, recensement de la population, populations légales en vigueur au 1er janvier de l’année",
            })),
        });
        var document = JsonSerializer.Serialize(
            new { name = "Communauté d’essai", kind = "metropole", fiscalRegime = "fpu", members = SmallCommunity().Concat(members.Cast<object>()) });
        Assert.InRange(Encoding.UTF8.GetByteCount(document), 764_000, 1_048_576);

        using var put = await PutAsync(service.Community, document);
        using var again = await PutAsync(service.Community, document);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (put.StatusCode, again.StatusCode));
        Assert.Equal((put.Headers.ETag, "\"v2\""), (again.Headers.ETag, put.Headers.ETag!.Tag));
        var kept = await service.GetAsync(service.Community);
        Assert.Equal(161, kept.GetProperty("members").GetArrayLength());
        Assert.Equal(36, kept.GetProperty("members")[160].GetProperty("populations").GetArrayLength());
    }

    [Fact]
    public void A_document_that_no_row_holds_is_told_so()
    {
        // Nothing compresses what has no pattern.
        var bytes = new byte[1_000_000];
        var state = 42u;
        for (var i = 0; i < bytes.Length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            bytes[i] = (byte)(state >> 24);
        }

        Assert.Throws<DocumentTooLargeException>(() =>
            DocumentText.Put(new Azure.Data.Tables.TableEntity("a", "b"), BinaryData.FromString(Convert.ToBase64String(bytes) + Convert.ToHexString(bytes))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(450_000)]
    [InlineData(450_001)]
    [InlineData(5_000_000)]
    public void What_is_put_in_a_row_comes_out_as_it_was(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('à' + (i % 26))));
        var entity = new Azure.Data.Tables.TableEntity("a", "b");

        DocumentText.Put(entity, BinaryData.FromString(text));

        Assert.Equal(text, DocumentText.Of(entity).ToString());
    }

    private static IEnumerable<object> SmallCommunity() =>
        JsonDocument.Parse(GivenService.CommunityDocument).RootElement.GetProperty("members").EnumerateArray().Select(m => (object)m);

    private static string SirenOf(int i)
    {
        var stem = FormattableString.Invariant($"21{i + 970000:D6}");
        return Enumerable.Range(0, 10).Select(check => FormattableString.Invariant($"{stem}{check}"))
            .First(siren => Core.Communities.Siren.TryParse(siren, out _));
    }

    private async Task<HttpResponseMessage> PutAsync(string address, string json, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await running.Http.SendAsync(request, Cancellation);
    }
}
