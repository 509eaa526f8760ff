using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// The table service of a storage account, reached by its REST interface over Azure.Core's pipeline. It is shaped like
/// the TableServiceClient of Azure.Data.Tables, which cannot be restored from every package source, so that the
/// package can take its place.
/// </summary>
internal sealed class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;

    /// <param name="connectionString">With an account key; the emulator's short form also holds.</param>
    /// <param name="options">Retries, diagnostics, transport.</param>
    /// <exception cref="FormatException">No usable connection string.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    /// <param name="endpoint">The service's address, with https: a token must not travel in the clear.</param>
    /// <param name="tokenCredential">Who asks.</param>
    /// <param name="options">Retries, diagnostics, transport.</param>
    /// <exception cref="ArgumentException">The address is not https.</exception>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(
            endpoint.Scheme == Uri.UriSchemeHttps
                ? endpoint
                : throw new ArgumentException("Tokens are only sent over https.", nameof(endpoint)),
            new BearerTokenAuthenticationPolicy(tokenCredential, Scope),
            options)
    {
    }

    private TableServiceClient(TableConnectionString connection, TableClientOptions? options)
        : this(
            connection.Endpoint,
            new TableSharedKeyPipelinePolicy(connection.Credential, TimeProvider.System),
            options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        Uri = endpoint;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options ?? new TableClientOptions())
        {
            // Within the retries, so that each try is signed with its own date.
            PerRetryPolicies = { authentication, new TableTransactionRefusalPolicy() },
            RequestFailedDetailsParser = TablesRequestFailedDetailsParser.Instance,
        });
    }

    public Uri Uri { get; }

    /// <summary>A client for one table; no request is made.</summary>
    public TableClient GetTableClient(string tableName) => new(tableName, new TableRequests(Uri, tableName), _pipeline);
}
