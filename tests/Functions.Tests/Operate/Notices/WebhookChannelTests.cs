using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Operate.Notices;

public sealed class WebhookChannelTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("un secret d’essai assez long pour signer");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_is_posted_once_signed_under_its_key()
    {
        var bodies = new List<byte[]>();
        await using var receiver = await RunningFeed.StartAsync(async (context, _) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            bodies.Add(body.ToArray());
        });

        var told = await Channel(receiver.Address).SendAsync(SmtpChannelTests.Notice, null, null, Cancellation);

        Assert.Equal(ChannelFate.Taken, told.Fate);
        var headers = Assert.Single(receiver.Headers);
        Assert.Equal(SmtpChannelTests.Notice.Key, headers["Idempotency-Key"]);
        Assert.Equal(
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Secret, bodies[0]))}", headers[WebhookChannel.SignatureHeader]);
        using var posted = JsonDocument.Parse(bodies[0]);
        Assert.Equal("values~2026-03~j1", posted.RootElement.GetProperty("occurrence").GetString());
        Assert.Equal("service", posted.RootElement.GetProperty("recipient").GetString());
        Assert.Contains("valeurs manquent", posted.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204, ChannelFate.Taken)]
    [InlineData(302, ChannelFate.NotNow)]
    [InlineData(401, ChannelFate.NotNow)]
    [InlineData(422, ChannelFate.Refused)]
    [InlineData(429, ChannelFate.NotNow)]
    [InlineData(503, ChannelFate.NotNow)]
    internal async Task What_the_receiver_answers_decides_and_redirects_are_not_followed(int status, ChannelFate fate)
    {
        await using var receiver = await RunningFeed.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });

        Assert.Equal(fate, (await Channel(receiver.Address).SendAsync(SmtpChannelTests.Notice, null, null, Cancellation)).Fate);
        Assert.Equal(1, receiver.Requests);
    }

    [Fact]
    public async Task A_receiver_that_says_nothing_is_given_up_after_the_limit()
    {
        await using var receiver = await RunningFeed.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var told = await Channel(receiver.Address, TimeSpan.FromMilliseconds(300)).SendAsync(SmtpChannelTests.Notice, null, null, Cancellation);

        Assert.Equal(ChannelFate.Unreachable, told.Fate);
    }

    private static WebhookChannel Channel(string address, TimeSpan? limit = null) => new(new WebhookSettings(new Uri(address), Secret))
    {
        TimeLimit = limit ?? TimeSpan.FromSeconds(20),
    };
}
