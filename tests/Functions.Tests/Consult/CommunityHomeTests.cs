using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>The home of a community tells each person what waits for them, and nothing that would be refused.</summary>
[Collection(Hosted.Name)]
public sealed class CommunityHomeTests(HostedPeople people)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_for_a_director_goes_from_validating_to_transmitting_to_deciding_to_nothing()
    {
        var service = await EvaluatedService.PublishAsync(people);
        Assert.Equal(["Arrêter", "Valider", "Décider"], await ActsAsync(service));

        Assert.Equal(200, (await service.AskAsync(HttpMethod.Post, $"{EvaluatedService.Reports}/v1/validation", EvaluatedService.Signed)).Status);
        Assert.Equal(["Arrêter", "Transmettre", "Décider"], await ActsAsync(service));

        Assert.Equal(200, (await service.AskAsync(HttpMethod.Post, $"{EvaluatedService.Reports}/v1/transmission", "{}")).Status);
        Assert.Equal(["Arrêter", "Décider"], await ActsAsync(service));

        var decided = await service.AskAsync(HttpMethod.Put, "/decisions/2025", """
            {"decision":"continue","effectiveOn":"2027-01-01","reasons":"Les délais sont tenus.","departsBecause":"Le comité en a débattu."}
            """);
        Assert.True(decided.Status is 200 or 201, decided.Body.GetRawText());
        Assert.Equal(["Arrêter"], await ActsAsync(service));

        Assert.Equal(200, (await service.AskAsync(HttpMethod.Put, "/years/2025/settlement", """{"function":"directrice générale"}""")).Status);
        Assert.Empty(await ActsAsync(service));
        Assert.Contains("Rien n’attend votre décision.", (await HomeAsync(service, "director")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accountant_settles_what_was_observed_and_a_settled_year_waits_no_more()
    {
        var service = await EvaluatedService.PublishAsync(people);
        Assert.Equal(["Arrêter"], await ActsAsync(service, "accountant"));
        Assert.Contains(await ActsAsync(service), act => act == "Arrêter");

        var settled = await service.AskAsync(HttpMethod.Put, "/years/2025/settlement", """{"function":"directeur des finances"}""", "accountant");
        Assert.True(settled.Status is 200 or 201, settled.Body.GetRawText());

        Assert.Empty(await ActsAsync(service, "accountant"));
    }

    [Fact]
    public async Task Who_takes_no_such_act_is_asked_for_none()
    {
        var service = await EvaluatedService.PublishAsync(people);

        var page = await HomeAsync(service, "serviceHead");

        Assert.Null(page.GetElementById("h-todo"));
        Assert.NotNull(page.GetElementById("h-list"));
    }

    [Fact]
    public async Task Every_act_leads_to_a_page_that_is_there()
    {
        var service = await EvaluatedService.PublishAsync(people);

        foreach (var link in (await HomeAsync(service, "director")).QuerySelectorAll(".todo a"))
        {
            using var page = await GetAsync(link.GetAttribute("href")!, service, "director");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Theory]
    [InlineData("verdict=bon")]
    [InlineData("form=Autre")]
    [InlineData("state=0")]
    [InlineData("sort=members")]
    public async Task A_word_that_the_list_has_not_is_refused_and_the_words_there_are_are_told(string query)
    {
        var service = await EvaluatedService.PublishAsync(people);

        using var page = await GetAsync($"/portal/communities/{service.Siren}?{query}", service, "director");

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("choisissez", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_of_the_form_that_is_left_empty_asks_nothing()
    {
        var service = await EvaluatedService.PublishAsync(people);

        var page = await HomeAsync(service, "director", "?year=2025&verdict=&form=&state=&q=");

        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=h-list] tbody tr"));
    }

    [Fact]
    public async Task A_person_with_one_community_lands_in_it_and_still_finds_the_list()
    {
        var service = await EvaluatedService.PublishAsync(people);

        using var home = await GetAsync("/portal", service, "director");
        using var list = await GetAsync("/portal/communities", service, "director");

        Assert.Equal(HttpStatusCode.SeeOther, home.StatusCode);
        Assert.Equal($"/portal/communities/{service.Siren}", home.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    private async Task<string[]> ActsAsync(EvaluatedService service, string role = "director") =>
        [.. (await HomeAsync(service, role)).QuerySelectorAll(".todo a").Select(a => a.TextContent.Split(' ')[0])];

    private async Task<IDocument> HomeAsync(EvaluatedService service, string role, string query = "")
    {
        using var answer = await GetAsync($"/portal/communities/{service.Siren}{query}", service, role);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, EvaluatedService service, string role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", service.PrincipalOf(role));
        return await people.Http.SendAsync(request, Cancellation);
    }
}
