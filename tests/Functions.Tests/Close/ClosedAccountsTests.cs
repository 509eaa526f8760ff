using System.Globalization;
using System.Net;
using System.Text;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Close;

/// <summary>The accounts of a closed fiscal year.</summary>
public sealed class ClosedAccountsTests(RunningApp running) : AccountsTests(running)
{
    private readonly RunningApp _running = running;

    private protected override (string Code, string Sentence) Refusal => (
        "year.closed",
        "L’exercice 2025 est clos, et ce changement en touche les comptes : demandez à la direction de Communauté d’essai de le rouvrir, ou d’ouvrir la période 2025 du service.");

    [Fact]
    public async Task A_year_opened_again_takes_documents_and_so_does_a_service_whose_year_is_opened_for_a_while()
    {
        var service = await ClosedAsync();
        var until = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var opening = await _running.Http.PostAsync(
            $"{service.Address}/periods/2025/openings",
            new StringContent($$"""{"until":"{{until}}","reason":"Facture oubliée."}""", Encoding.UTF8, "application/json"),
            Cancellation);
        using var whileOpen = await PutAsync($"{service.Address}/costs/2025", Costs);

        var other = await ClosedAsync();
        await other.PutAsync($"{other.Community}/fiscal-years/2025", """{"closed":false,"reason":"Rectification."}""");
        using var opened = await PutAsync($"{other.Address}/costs/2025", Costs);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (whileOpen.StatusCode, opened.StatusCode));
    }

    [Fact]
    public async Task A_year_that_has_not_begun_has_no_accounts_to_close()
    {
        var service = await DeclareAsync(_running.Http);

        using var answer = await PutAsync($"{service.Community}/fiscal-years/2099", """{"closed":true}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("period.future", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private protected override Task CloseAsync(GivenService service) =>
        service.PutAsync($"{service.Community}/fiscal-years/2025", """{"closed":true}""");
}
