using System.Net;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>Which methods an address answers, and what it says of those that it does not.</summary>
public sealed class MethodTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("/values?from=2025&to=2025&format=csv")]
    [InlineData("/template.xlsx?period=2025-03")]
    [InlineData("/costs/2025")]
    [InlineData("/source")]
    public async Task Head_is_answered_as_get_is_without_its_body(string address)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var get = await running.Http.GetAsync(service.Address + address, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, service.Address + address);
        using var head = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("DELETE", "", "GET, HEAD, PUT")]
    [InlineData("POST", "/template.xlsx", "GET, HEAD")]
    [InlineData("PUT", "/values", "GET, HEAD, POST")]
    [InlineData("GET", "/scenarios", "POST")]
    [InlineData("PATCH", "/reports/annual/2025/v1/report.html", "GET, HEAD")]
    [InlineData("OPTIONS", "/costs/2025", "GET, HEAD, PUT")]
    public async Task A_method_that_an_address_does_not_have_is_a_405_that_names_those_it_has(string method, string address, string allowed)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var request = new HttpRequestMessage(new HttpMethod(method), service.Address + address);
        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
        Assert.Contains("method.notAllowed", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nowhere")]
    [InlineData("/api/nowhere.xlsx?period=2025")]
    [InlineData("/portal/nowhere.html")]
    public async Task What_leads_nowhere_is_a_404(string address)
    {
        using var answer = await running.Http.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/catalogue")]
    [InlineData("GET", "/portal")]
    [InlineData("GET", "/portal/style.css")]
    [InlineData("GET", "/api/nowhere")]
    [InlineData("DELETE", "/api/catalogue")]
    public async Task Nothing_is_taken_for_something_else_than_it_says_it_is(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_workbook_is_given_as_what_it_says_it_is()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await running.Http.GetAsync($"{service.Address}/template.xlsx?period=2025-03", Cancellation);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }
}
