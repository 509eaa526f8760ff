using System.Globalization;
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
        var table = new TableServiceClient(service.Endpoint, credential, options).GetTableClient("any");

        await table.GetEntityAsync("p", "r", cancellationToken: Stop);

        Assert.Equal("Bearer the-token", sent);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.True(string.CompareOrdinal(version, "2020-12-06") >= 0, "Older versions refuse tokens.");
    }

    [Fact]
    public void A_token_is_never_sent_in_the_clear() => Assert.Throws<ArgumentException>(
        () => new TableServiceClient(new Uri("http://127.0.0.1:10002/a"), new FixedCredential()));

    [Fact]
    public void Connection_strings_name_the_endpoint_or_the_account()
    {
        Assert.Equal("https://abc.table.core.windows.net/", Endpoint("AccountName=abc;AccountKey=c2VjcmV0"));
        Assert.Equal(
            "https://abc.table.core.usgovcloudapi.net/",
            Endpoint("DefaultEndpointsProtocol=https;AccountName=abc;AccountKey=c2VjcmV0;EndpointSuffix=core.usgovcloudapi.net"));
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", Endpoint("UseDevelopmentStorage=true"));
        Assert.Equal("http://localhost:1/x", Endpoint("accountname=x; accountkey=c2VjcmV0; tableendpoint=http://localhost:1/x;"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=a")]
    [InlineData("AccountKey=c2VjcmV0")]
    [InlineData("AccountName=a;AccountKey=not base64!")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=somewhere")]
    [InlineData("nonsense")]
    public void An_unusable_connection_string_is_refused(string text) =>
        Assert.Throws<FormatException>(() => new TableServiceClient(text));

    private static string Endpoint(string connectionString) => string.Create(
        CultureInfo.InvariantCulture, $"{new TableServiceClient(connectionString).Uri}");

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
