using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Evaluation.Functions.Tests.Close;

/// <summary>The accounts of a year whose amounts are settled.</summary>
public sealed class SettledAccountsTests(RunningApp running) : AccountsTests(running)
{
    private readonly RunningApp _running = running;

    private static string Until => DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private protected override (string Code, string Sentence) Refusal => (
        "year.settled",
        "Les montants de 2025 sont arrêtés, et ce changement les touche : demandez à la direction de Communauté d’essai de les ouvrir, avec un motif et une fin, à la page « Comptes de l’année ».");

    [Fact]
    public async Task Opened_amounts_take_documents_until_they_are_settled_again()
    {
        var service = await ClosedAsync();
        using var opening = new HttpRequestMessage(HttpMethod.Delete, $"{service.Address}/years/2025/settlement")
        {
            Content = JsonContent.Create(new { until = Until, reason = "Facture oubliée." }),
        };
        using var opened = await _running.Http.SendAsync(opening, Cancellation);
        using var whileOpen = await PutAsync($"{service.Address}/costs/2025", Costs);
        await CloseAsync(service);
        using var after = await PutAsync($"{service.Address}/costs/2025", Costs.Replace("500000.00", "500000.01", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (opened.StatusCode, whileOpen.StatusCode));
        await RefusedAsync(after);
    }

    [Fact]
    public async Task An_open_period_opens_no_settled_amounts_and_is_not_opened_once_they_are_settled()
    {
        var service = await ClosedAsync();

        using var opened = await _running.Http.PostAsJsonAsync(
            $"{service.Address}/periods/2025-03/openings", new { until = Until, reason = "Valeur oubliée." }, Cancellation);
        var late = await service.PushedAsync(GivenService.Body($"ADS-01 {GivenService.Grenoble} 2025-03 99"));

        Assert.Equal(HttpStatusCode.Conflict, opened.StatusCode);
        Assert.Equal("period.settled", (await opened.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
        Assert.Equal("period.settled", late.GetProperty("results")[0].GetProperty("issues")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Values_of_the_year_before_are_refused_as_well_under_a_limit_on_growth_whatever_is_opened()
    {
        var service = await GivenService.DeclareAsync(_running.Http);
        await service.PutAsync(
            service.Address,
            GivenService.MutualisationDocument().Replace("\"method\":\"split\"", "\"method\":\"split\",\"growthCap\":0.5", StringComparison.Ordinal));
        await service.FillAsync(2025);
        await CloseAsync(service);

        using var opened = await _running.Http.PostAsJsonAsync(
            $"{service.Address}/periods/2024-12/openings", new { until = Until, reason = "Valeur oubliée." }, Cancellation);
        var late = await service.PushedAsync(GivenService.Body($"ADS-03 {GivenService.Grenoble} 2024-12 99"));

        Assert.Equal(HttpStatusCode.Conflict, opened.StatusCode);
        Assert.Equal("period.yearAfter", (await opened.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
        Assert.Equal("period.yearAfter", late.GetProperty("results")[0].GetProperty("issues")[0].GetProperty("code").GetString());
    }

    private protected override Task CloseAsync(GivenService service) =>
        service.PutAsync($"{service.Address}/years/2025/settlement", """{"function":"directeur des finances"}""");
}
