using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Telemetry;

namespace Evaluation.Functions.Store;

/// <summary>
/// The storage account of the app, from the settings the Functions host uses itself: either a connection string, or
/// addresses with the identity of the app.
/// </summary>
internal sealed class StorageConnection
{
    private const string Setting = "AzureWebJobsStorage";

    private readonly Uri? _blobs;
    private readonly Uri? _queues;

    private StorageConnection(string connectionString) => ConnectionString = connectionString;

    private StorageConnection(Uri blobs, Uri queues, Uri tables, TokenCredential credential)
    {
        _blobs = blobs;
        _queues = queues;
        TableEndpoint = tables;
        Credential = credential;
    }

    /// <summary>Null when the app signs in with its identity.</summary>
    public string? ConnectionString { get; }

    /// <summary>Null when there is a connection string.</summary>
    public Uri? TableEndpoint { get; }

    /// <summary>Null when there is a connection string.</summary>
    public TokenCredential? Credential { get; }

    /// <exception cref="StartUpException">The settings are missing or incomplete.</exception>
    public static StorageConnection From(IConfiguration configuration)
    {
        var connectionString = configuration[Setting];
        if (!string.IsNullOrWhiteSpace(connectionString))
        {
            return new StorageConnection(connectionString);
        }

        var settings = configuration.GetSection(Setting);
        if (!settings.GetChildren().Any())
        {
            throw new StartUpException(
                "The setting AzureWebJobsStorage is missing: give the connection string of a storage account, "
                + "or AzureWebJobsStorage__accountName to reach it with the identity of the app.");
        }

        return new StorageConnection(
            Endpoint(settings, "blob"), Endpoint(settings, "queue"), Endpoint(settings, "table"),
            new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["clientId"] }));
    }

    /// <exception cref="StartUpException">The connection string cannot be read.</exception>
    public BlobServiceClient OpenBlobs() => OpenBlobs(Told(new BlobClientOptions(), "blob"));

    /// <exception cref="StartUpException">The connection string cannot be read.</exception>
    public BlobServiceClient OpenBlobs(BlobClientOptions options) => Open(() => _blobs is { } endpoint
        ? new BlobServiceClient(endpoint, Credential, options)
        : new BlobServiceClient(ConnectionString, options));

    /// <summary>Clients that write and read message bodies in Base64, as the host expects them.</summary>
    /// <exception cref="StartUpException">The connection string cannot be read.</exception>
    public QueueServiceClient OpenQueues() => OpenQueues(QueueMessageEncoding.Base64);

    /// <exception cref="StartUpException">The connection string cannot be read.</exception>
    public QueueServiceClient OpenQueues(QueueMessageEncoding encoding) =>
        OpenQueues(Told(new QueueClientOptions { MessageEncoding = encoding }, "queue"));

    /// <exception cref="StartUpException">The connection string cannot be read.</exception>
    public QueueServiceClient OpenQueues(QueueClientOptions options) => Open(() => _queues is { } endpoint
        ? new QueueServiceClient(endpoint, Credential, options)
        : new QueueServiceClient(ConnectionString, options));

    private static T Told<T>(T options, string kind)
        where T : ClientOptions
    {
        options.AddPolicy(new StorageSignals(kind), HttpPipelinePosition.PerCall);
        return options;
    }

    private static Uri Endpoint(IConfigurationSection settings, string service)
    {
        var address = settings[$"{service}ServiceUri"]
            ?? (settings["accountName"] is { Length: > 0 } account ? $"https://{account}.{service}.core.windows.net" : null)
            ?? throw new StartUpException(
                $"The setting {Setting}__{service}ServiceUri is missing: give it, or {Setting}__accountName.");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new StartUpException($"The address of the {service} storage, \"{address}\", is not a URL.");
    }

    private static T Open<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // The SDK's message may quote the string and with it the key.
            throw new StartUpException($"The setting {Setting} is not the connection string of a storage account.");
        }
    }
}
