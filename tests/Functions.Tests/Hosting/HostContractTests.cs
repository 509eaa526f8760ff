using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>What the Functions host needs to get from the built app, whatever it sends.</summary>
public sealed class HostContractTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(RecordedPayloads.Timers), MemberType = typeof(RecordedPayloads))]
    public async Task A_timer_is_answered_with_an_object(string payload)
    {
        using var answer = await running.InvokeAsync("RemindOnSchedule", RecordedPayloads.Read(payload), Cancellation);

        await AssertEndsTheInvocationAsync(answer);
    }

    [Theory]
    [MemberData(nameof(RecordedPayloads.Queues), MemberType = typeof(RecordedPayloads))]
    public async Task A_message_is_answered_with_an_object(string payload)
    {
        using var answer = await running.InvokeAsync("BuildReport", RecordedPayloads.Read(payload), Cancellation);

        await AssertEndsTheInvocationAsync(answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":null,"Metadata":{}}""")]
    [InlineData("""{"Data":{"timer":"soon"}}""")]
    [InlineData("""{"Data":{"timer":[]}}""")]
    [InlineData("""{"Data":{"timer":"\ud800"}}""")]
    [InlineData("""{"data":{"timer":{}}}""")]
    public async Task What_is_no_payload_fails_the_invocation(string body)
    {
        using var answer = await running.InvokeAsync("RemindOnSchedule", body, Cancellation);

        await AssertFailsAsync(answer);
    }

    [Fact]
    public async Task Another_content_type_fails_the_invocation()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "RemindOnSchedule");
        request.Headers.Add(RunningApp.SecretHeader, RunningApp.Secret);
        request.Content = new StringContent(
            RecordedPayloads.Read("timer-regular"), Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));
        using var answer = await running.Http.SendAsync(request, Cancellation);

        await AssertFailsAsync(answer);
    }

    [Fact]
    public async Task A_payload_beyond_any_message_fails_the_invocation()
    {
        var body = $$$"""{"Data":{"message":"{{{new string('A', 2 * 1024 * 1024)}}}"}}""";
        using var answer = await running.InvokeAsync("BuildReport", body, Cancellation);

        await AssertFailsAsync(answer);
    }

    [Theory]
    [InlineData("Api")]
    [InlineData("Portal")]
    public async Task An_http_request_in_the_payload_form_fails_the_invocation(string function)
    {
        using var answer = await running.InvokeAsync(function, """{"Data":{"req":{}},"Metadata":{}}""", Cancellation);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_app_tells_that_it_is_ready()
    {
        using var answer = await running.Http.GetAsync("/", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ready", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task AssertEndsTheInvocationAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var body = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], body.EnumerateObject().Select(member => member.Name));
        Assert.Single(body.GetProperty("Logs").EnumerateArray());
    }

    private static async Task AssertFailsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var body = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(500, body.GetProperty("status").GetInt32());
    }
}
