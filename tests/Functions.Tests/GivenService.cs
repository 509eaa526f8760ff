using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Tests;

/// <summary>
/// A community of three real communes with one service that instructs planning permissions, declared through the API
/// under a SIREN of its own, so that tests do not see each other's data.
/// </summary>
internal sealed class GivenService
{
    public const string Grenoble = "38185";
    public const string Echirolles = "38151";
    public const string Bresson = "38057";

    private static int _next = 100_000_00;

    private readonly HttpClient _http;

    private GivenService(HttpClient http, string siren)
    {
        _http = http;
        Siren = siren;
    }

    public string Siren { get; }

    public string Community => $"/api/communities/{Siren}";

    public string Address => $"{Community}/mutualisations/ads";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<GivenService> DeclareAsync(HttpClient http, string? source = null)
    {
        var service = new GivenService(http, NextSiren());
        await service.PutAsync(service.Community, CommunityDocument);
        await service.PutAsync(service.Address, MutualisationDocument(source));
        return service;
    }

    /// <summary>Declares the service again with the whole of its source as JSON.</summary>
    public Task<HttpResponseMessage> PutSourceAsync(string source) => _http.PutAsync(
        Address,
        new StringContent($$"""{{MutualisationDocument().TrimEnd()[..^1]}},"source":{{source}}}""", Encoding.UTF8, "application/json"),
        Cancellation);

    public const string CommunityDocument = """
        {"name":"Communauté d’essai","kind":"metropole","fiscalRegime":"fpu","members":[
        {"siren":"213801855","inseeCode":"38185","name":"Grenoble","villeCentre":true,"populations":[{"kind":"totale","year":2025,"inhabitants":158601,"source":"Insee"}]},
        {"siren":"213801517","inseeCode":"38151","name":"Échirolles","populations":[{"kind":"totale","year":2025,"inhabitants":36926,"source":"Insee"}]},
        {"siren":"213800576","inseeCode":"38057","name":"Bresson","populations":[{"kind":"totale","year":2025,"inhabitants":683,"source":"Insee"}]}]}
        """;

    public static string MutualisationDocument(string? source = null) => """
        {"label":"Instruction des autorisations d’urbanisme","serviceType":"ADS","legalForm":"serviceCommun",
        "provider":"38185","referent":"direction de l’urbanisme",
        "memberships":[{"member":"38185","from":"2018-01-01"},{"member":"38151","from":"2018-01-01"},{"member":"38057","from":"2025-04-01"}],
        "indicators":[{"code":"ADS-01"},{"code":"ADS-06","target":95},{"code":"TRV-05"}],
        "convention":{"number":"2018-114","object":"Instruire les demandes d’urbanisme.","startsOn":"2018-01-01","endsOn":"2030-12-31","noticeMonths":6,"settlement":"acImputation",
        "allocation":{"method":"split","criteria":[{"criterion":"population","weight":0.2},{"criterion":"indicator","indicator":"ADS-03","weight":0.8}]}}
        """ + (source is null ? "}" : $$$""","source":{"address":"{{{source}}}","everyHours":24}}""");

    /// <summary>A body of rows, each <c>indicator member period value</c>; a member <c>-</c> is left out.</summary>
    public static string Body(params string[] rows)
    {
        var values = rows.Select(r => r.Split(' ')).Select(r =>
            $$$"""{"indicator":"{{{r[0]}}}",{{{(r[1] == "-" ? "" : $"\"member\":\"{r[1]}\",")}}}"period":"{{{r[2]}}}","value":"{{{r[3]}}}"}""");
        return $$$"""{"source":"essai","values":[{{{string.Join(',', values)}}}]}""";
    }

    public Task<HttpResponseMessage> PushAsync(string body, string query = "") => _http.PostAsync(
        $"{Address}/values{query}", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

    public async Task<JsonElement> PushedAsync(string body, string query = "")
    {
        using var answer = await PushAsync(body, query);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public async Task<JsonElement> GetAsync(string address)
    {
        using var answer = await _http.GetAsync(address, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public async Task<string[]> ValuesAsync(string query = "?from=2024&to=2026")
    {
        var list = await GetAsync($"{Address}/values{query}");
        return [.. list.GetProperty("values").EnumerateArray().Select(v =>
            $"{v.GetProperty("indicator")} {(v.TryGetProperty("member", out var m) ? m.GetString() : "-")} {v.GetProperty("period")} {v.GetProperty("value")}")];
    }

    /// <summary>A year of values of every expected indicator: enough to evaluate and to share the cost.</summary>
    public async Task FillAsync(int year)
    {
        var rows = new List<string>();
        foreach (var month in Enumerable.Range(1, 12))
        {
            var period = string.Create(CultureInfo.InvariantCulture, $"{year}-{month:D2}");
            foreach (var member in year < 2025 || month < 4 ? new[] { Grenoble, Echirolles } : [Grenoble, Echirolles, Bresson])
            {
                rows.AddRange([$"ADS-01 {member} {period} {40 + month}", $"ADS-02 {member} {period} {35 + month}"]);
                rows.AddRange([$"ADS-03 {member} {period} {20 + month}.5", $"ADS-05 {member} {period} {33 + month}"]);
            }
        }

        using var answer = await PushAsync(Body([.. rows]));
        answer.EnsureSuccessStatusCode();
        await PutAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Address}/costs/{year}"),
            """{"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"},{"category":"fournitures","stage":"actual","amount":18450.07},{"category":"personnel","stage":"forecast","amount":"420000.00"}]}""");
    }

    /// <summary>The community itself carries the service from now on, so that every member pays.</summary>
    public Task CommunityProvidesAsync() => PutAsync(
        Address, MutualisationDocument().Replace("\"provider\":\"38185\"", $"\"provider\":\"{Siren}\"", StringComparison.Ordinal));

    public async Task PutAsync(string address, string json)
    {
        using var answer = await _http.PutAsync(
            address, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static string NextSiren()
    {
        var stem = Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 10)
            .Select(check => stem + check.ToString(CultureInfo.InvariantCulture))
            .First(siren => Core.Communities.Siren.TryParse(siren, out _));
    }
}
