using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Local;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>
/// Stands between the app and the emulator and passes requests on as they are, some of them badly: as drawn from its
/// seed, in the order in which they come.
/// </summary>
internal sealed partial class FaultyStorage : IAsyncDisposable
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(250);

    private readonly Lock _oneDrawAtATime = new();
    private readonly Draws _draws;
    private readonly int _faultsPerThousand;
    private readonly Dictionary<int, string> _upstream = [];
    private readonly WebApplication _server;

    // The emulator ends connections that rest for five seconds.
    private readonly SocketsHttpHandler _connections = new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
    };

    private readonly HttpMessageInvoker _invoker;
    private readonly int[] _met = new int[Enum.GetValues<StorageFault>().Length];

    private FaultyStorage(string connectionString, int seed, int faultsPerThousand)
    {
        _draws = new Draws(seed);
        _faultsPerThousand = faultsPerThousand;
        _invoker = new HttpMessageInvoker(_connections, disposeHandler: false);
        var ports = new Queue<int>(FreePorts.Take(3));
        ConnectionString = Endpoint().Replace(connectionString, endpoint =>
        {
            var port = ports.Dequeue();
            _upstream[port] = $"http://{endpoint.Groups[1].Value}";
            return string.Create(CultureInfo.InvariantCulture, $"Endpoint=http://127.0.0.1:{port}");
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var port in _upstream.Keys)
            {
                kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });
        _server = builder.Build();
        _server.Run(ForwardAsync);
    }

    /// <summary>Says what goes wrong with a request, whatever is drawn; null, or null of it, leaves that to the draw.</summary>
    public Func<HttpRequest, StorageFault?>? Rule { get; set; }

    /// <summary>Whether it takes requests and answers none.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>What the app is given to reach its storage.</summary>
    public string ConnectionString { get; }

    /// <summary>How many requests met each fault.</summary>
    public IReadOnlyDictionary<StorageFault, int> Met => Enum.GetValues<StorageFault>().ToDictionary(f => f, f => _met[(int)f]);

    public static async Task<FaultyStorage> StartAsync(
        string connectionString, int seed, int faultsPerThousand, CancellationToken cancellationToken)
    {
        var storage = new FaultyStorage(connectionString, seed, faultsPerThousand);
        await storage._server.StartAsync(cancellationToken);
        return storage;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _invoker.Dispose();
        _connections.Dispose();
    }

    private StorageFault Draw()
    {
        lock (_oneDrawAtATime)
        {
            var fault = _draws.Happens(_faultsPerThousand) ? (StorageFault)(1 + _draws.Below(_met.Length - 1)) : StorageFault.None;
            _met[(int)fault]++;
            return fault;
        }
    }

    private async Task ForwardAsync(HttpContext context)
    {
        if (IsFrozen)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        var fault = Rule?.Invoke(context.Request) ?? Draw();
        if (fault is StorageFault.CutBefore)
        {
            context.Abort();
            return;
        }

        if (fault is StorageFault.Busy)
        {
            Refuse(context, StatusCodes.Status503ServiceUnavailable, "ServerBusy");
            return;
        }

        using var request = await RequestAsync(context);
        if (fault is StorageFault.Slow)
        {
            await Task.Delay(Slowness, CancellationToken.None);
        }

        // What came whole is done, whether its sender still lives or not.
        using var answer = await _invoker.SendAsync(request, CancellationToken.None);
        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        if (fault is StorageFault.CutAfter)
        {
            context.Abort();
            return;
        }

        if (fault is StorageFault.TimedOutAfter)
        {
            Refuse(context, StatusCodes.Status500InternalServerError, "OperationTimedOut");
            return;
        }

        await AnswerAsync(context, answer, body);
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri(_upstream[context.Connection.LocalPort] + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body.Length > 0 || context.Request.ContentLength is not null)
        {
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (!IsOfTheConnection(name) && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, byte[] body)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!IsOfTheConnection(name))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentLength = answer.Content.Headers.ContentLength;
        }
        else if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static void Refuse(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
    }

    private static bool IsOfTheConnection(string header) =>
        header.ToUpperInvariant() is "HOST" or "CONNECTION" or "KEEP-ALIVE" or "TRANSFER-ENCODING" or "CONTENT-LENGTH" or "EXPECT";

    [GeneratedRegex(@"Endpoint=http://(127\.0\.0\.1:\d+)")]
    private static partial Regex Endpoint();
}
