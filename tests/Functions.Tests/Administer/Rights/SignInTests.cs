using System.Net;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>Passing for someone on a developer’s machine.</summary>
public sealed class SignInTests(RunningApp running)
{
    private const string Page = "/portal/sign-in";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_chosen_has_that_persons_rights_until_another_choice()
    {
        using var browser = Browser();

        using var chosen = await ChooseAsync(browser, "direction");
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"));
        using var page = await browser.GetAsync(Page, Cancellation);
        Assert.Contains("Directeur général adjoint · ", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var refused = await browser.GetAsync("/api/audit", Cancellation);
        using var back = await ChooseAsync(browser, "");
        using var admitted = await browser.GetAsync("/api/audit", Cancellation);

        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
    }

    [Fact]
    public async Task A_choice_that_another_site_posts_is_refused()
    {
        using var browser = Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = Form("direction") };
        request.Headers.Add("Origin", "https://ailleurs.example");

        using var answer = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_cookie_the_process_did_not_write_is_worth_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.Add("Cookie", "demonstration-user=direction.00");

        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.Contains("Développeur · ", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_developers_machine_there_is_no_such_page()
    {
        await using var app = await running.StartPrivateAsync(
            new() { ["DOTNET_ENVIRONMENT"] = "Production", ["WEBSITE_AUTH_ENABLED"] = "True" }, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal("admin"));

        using var answer = await app.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private HttpClient Browser() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = running.App.Address,
    };

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient browser, string user) =>
        browser.PostAsync(Page, Form(user), Cancellation);

    private static FormUrlEncodedContent Form(string user) => new([KeyValuePair.Create("user", user)]);
}
