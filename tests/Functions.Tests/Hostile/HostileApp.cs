using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Soak;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Tests that send to the same app, one after the other: each may then look at all that is stored.</summary>
[CollectionDefinition(Name)]
public sealed class Hostility : ICollectionFixture<HostileApp>
{
    public const string Name = "hostile";
}

/// <summary>
/// A process of the app as it runs in Azure, on storage of its own, called by an administrator who sends anything.
/// </summary>
public sealed class HostileApp : IAsyncLifetime
{
    /// <summary>What a service pushes.</summary>
    public const string Push = """
        {"source":"oxalis","period":"2025-03","reason":"Relevé mensuel","values":[{"indicator":"ADS-01","member":"38185","value":"42"},{"indicator":"ADS-03","member":"38151","period":"2025-04","value":4.5,"status":"provisional","quality":"estimated","comment":"à vérifier"}]}
        """;

    private const string AdminKey = "une-cle-d-administration-de-plus-de-32-caracteres";

    private readonly SocketsHttpHandler _connections = new() { UseProxy = false, AllowAutoRedirect = false };
    private Azurite? _storage;
    private FunctionsApp? _app;
    private HttpClient? _http;

    /// <summary>Headers that admit anywhere.</summary>
    public static IReadOnlyList<(string Name, string Value)> HeadersFor(string address) =>
        [address.StartsWith("/portal", StringComparison.Ordinal) ? ("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal("admin")) : ("X-Api-Key", AdminKey)];

    public Uri Address => _app!.Address;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _storage = await Azurite.StartAsync(null, cancellationToken);
        await DeclareAsync(_storage.ConnectionString, cancellationToken);
        _app = await FunctionsApp.StartAsync(
            new Dictionary<string, string>
            {
                ["AzureWebJobsStorage"] = _storage.ConnectionString,
                ["LocalTriggers__Enabled"] = "false",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["WEBSITE_AUTH_ENABLED"] = "True",
                ["Security__BootstrapAdminKey"] = AdminKey,
                ["RateLimit__PerMinute"] = "100000",
                ["RateLimit__Burst"] = "100000",
                ["Logging__LogLevel__Default"] = "Critical",
            },
            onLine: null,
            cancellationToken);
        _http = new HttpClient(_connections, disposeHandler: false) { BaseAddress = _app.Address };
        _http.DefaultRequestHeaders.Add("X-Api-Key", AdminKey);
        var pushed = await SendAsync("POST", $"{SoakService.Address}/values", Encoding.UTF8.GetBytes(Push));
        Assert.Equal(200, pushed.Status);
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        _connections.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }

    // In Azure the deployment makes the tables; here a process of a developer's machine does.
    private static async Task DeclareAsync(string storage, CancellationToken cancellationToken)
    {
        await using var developers = new KilledApp(storage);
        await developers.StartAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = developers.Address };
        await SoakService.DeclareAsync(http, cancellationToken);
    }

    /// <summary>Sends a body as an administrator.</summary>
    public async Task<HostileAnswer> SendAsync(
        string method, string address, byte[]? body, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (address.StartsWith("/portal", StringComparison.Ordinal))
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal("admin"));
        }

        using var answer = await _http!.SendAsync(request, TestContext.Current.CancellationToken);
        return new HostileAnswer(
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType ?? "",
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>All that is stored, but for the audit trail: it notes what was asked for, refused later or not.</summary>
    public async Task<string> StoredAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var tables = new TableService(_storage!.ConnectionString);
        var lines = new List<string>();
        foreach (var table in StorageNames.Tables.Where(name => name != StorageNames.AuditTable))
        {
            await foreach (var row in tables.Table(table).QueryAsync(cancellationToken: cancellationToken))
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{table} {row.PartitionKey} {row.RowKey} {row.ETag}"));
            }
        }

        var blobs = new BlobServiceClient(_storage.ConnectionString);
        foreach (var container in StorageNames.Containers)
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancellationToken))
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{container} {blob.Name} {blob.Properties.ETag}"));
            }
        }

        return string.Join('\n', lines);
    }
}
