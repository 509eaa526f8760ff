using Azure.Core;
using Azure.Core.Pipeline;
using Evaluation.Functions.Store.Tables;

namespace Storage.ContractTests;

public class TableCredentialTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_asked_for_the_storage_scope_and_sent_over_TLS()
    {
        string? sent = null;
        string? version = null;
        await using var service = await LoopbackService.StartAsync(
            async context =>
            {
                sent = context.Request.Headers.Authorization;
                version = context.Request.Headers["x-ms-version"];
                await context.Response.WriteAsync("""{"PartitionKey":"p","RowKey":"r"}""");
            },
            tls: true,
            Stop);
        using var http = service.TrustingClient();
        var options = StorageEmulator.Tries(1);
        options.Transport = new HttpClientTransport(http);
        var credential = new FixedCredential();
        var table = new TableService(service.Endpoint, credential, options).Table("any");

        await table.GetEntityAsync("p", "r", cancellationToken: Stop);

        Assert.Equal("Bearer the-token", sent);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.True(string.CompareOrdinal(version, "2020-12-06") >= 0, "Older versions refuse tokens.");
    }

    [Fact]
    public Task A_token_is_never_sent_in_the_clear() => Assert.ThrowsAsync<InvalidOperationException>(
        () => new TableService(new Uri("http://127.0.0.1:10002/a"), new FixedCredential()).Table("any")
            .GetEntityAsync("p", "r", cancellationToken: Stop));

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=a")]
    [InlineData("nonsense")]
    public void An_unusable_connection_string_is_refused(string text) =>
        Assert.ThrowsAny<Exception>(() => new TableService(text));

    private sealed class FixedCredential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("the-token", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
