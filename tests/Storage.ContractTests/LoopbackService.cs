using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Storage.ContractTests;

/// <summary>A stand-in for the service on loopback, with or without TLS, that answers as a test says.</summary>
internal sealed class LoopbackService(WebApplication app, X509Certificate2? certificate) : IAsyncDisposable
{
    public Uri Endpoint { get; } = new(app.Urls.Single());

    public string ConnectionString => $"AccountName=a;AccountKey=c2VjcmV0;TableEndpoint={Endpoint}";

    public static async Task<LoopbackService> StartAsync(RequestDelegate answer, bool tls, CancellationToken stop)
    {
        var certificate = tls ? SelfSigned() : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(stop);
        return new(app, certificate);
    }

    /// <summary>A client that trusts this service's certificate and no other.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handler.")]
    public HttpClient TrustingClient() => new(new SocketsHttpHandler
    {
        SslOptions =
        {
            RemoteCertificateValidationCallback = (_, presented, _, _) =>
                presented?.GetCertHashString(HashAlgorithmName.SHA256)
                    == certificate?.GetCertHashString(HashAlgorithmName.SHA256),
        },
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate?.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
