using System.Net;
using System.Text;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>Nobody but the host, or the local triggers, calls a function by its name.</summary>
public sealed class FunctionAccessTests(RunningApp running, HostedApp hosted) : IClassFixture<HostedApp>
{
    // To who brings no key.
    private const HttpStatusCode OfAnUnknownAddress = HttpStatusCode.Unauthorized;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Message => RecordedPayloads.Read("queue-binary");

    [Fact]
    public async Task The_host_is_answered()
    {
        Assert.Equal(HttpStatusCode.OK, await CallHostedAsync(_ => { }));
    }

    [Fact]
    public async Task A_call_through_the_public_front_finds_nothing()
    {
        foreach (var header in new[]
        {
            "X-Forwarded-For", "x-forwarded-proto", "X-ARR-SSL", "X-ARR-LOG-ID", "DISGUISED-HOST", "X-Original-URL",
            "X-MS-CLIENT-PRINCIPAL", "X-MS-CLIENT-PRINCIPAL-ID", "X-AppService-Proto", "X-WAWS-Unencoded-URL", "CLIENT-IP",
            "X-SITE-DEPLOYMENT-ID", "x-functions-key", "Cookie", "Origin", "Via",
        })
        {
            Assert.Equal(
                (header, OfAnUnknownAddress),
                (header, await CallHostedAsync(request => request.Headers.TryAddWithoutValidation(header, "203.0.113.7"))));
        }
    }

    [Fact]
    public async Task A_call_to_the_public_name_finds_nothing()
    {
        Assert.Equal(
            OfAnUnknownAddress, await CallHostedAsync(request => request.Headers.Host = "evaluation.azurewebsites.net"));
    }

    [Fact]
    public async Task Two_invocation_ids_break_nothing()
    {
        Assert.Equal(
            HttpStatusCode.OK,
            await CallHostedAsync(request => request.Headers.Add(
                "X-Azure-Functions-InvocationId", ["made up", "0193b2b8-0000-7000-8000-000000000001"])));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Another_method_finds_nothing(string method)
    {
        Assert.Equal(OfAnUnknownAddress, await CallHostedAsync(request => request.Method = new HttpMethod(method)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("the-tests-play-the-functions-hosT")]
    public async Task Without_the_secret_a_local_call_finds_nothing(string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "BuildReport");
        request.Content = new StringContent(Message, Encoding.UTF8, "application/json");
        if (secret is not null)
        {
            request.Headers.Add(RunningApp.SecretHeader, secret);
        }

        using var answer = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_exact_address_is_answered()
    {
        Assert.Equal(200, await RawRequest.PostAsync(running.App.Address, "/BuildReport", Message, Cancellation));
    }

    [Theory]
    [InlineData("/buildreport")]
    [InlineData("/BUILDREPORT")]
    [InlineData("//BuildReport")]
    [InlineData("/BuildReport/")]
    [InlineData("/BuildReport?code=1")]
    [InlineData("/BuildReport#part")]
    [InlineData("/BuildReport;v=1")]
    [InlineData("/BuildReport%00")]
    [InlineData("/BuildReport%20")]
    [InlineData("/%42uildReport")]
    [InlineData("/./BuildReport")]
    [InlineData("/%2e/BuildReport")]
    [InlineData("/api/../BuildReport")]
    [InlineData("/api/%2e%2e/BuildReport")]
    [InlineData("/api/.%2E/BuildReport")]
    [InlineData("/api/..%2fBuildReport")]
    [InlineData("/api/..%5cBuildReport")]
    [InlineData("/api/%252e%252e/BuildReport")]
    [InlineData("/portal/../BuildReport")]
    [InlineData("\\BuildReport")]
    [InlineData("http://127.0.0.1/BuildReport")]
    public async Task No_other_spelling_of_an_address_reaches_a_function(string target)
    {
        // With the secret, so that the spelling alone decides.
        var status = await RawRequest.PostAsync(running.App.Address, target, Message, Cancellation);

        Assert.InRange(status, 400, 499);
    }

    private async Task<HttpStatusCode> CallHostedAsync(Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "BuildReport");
        request.Content = new StringContent(Message, Encoding.UTF8, "application/json");
        change(request);
        using var answer = await hosted.Http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
