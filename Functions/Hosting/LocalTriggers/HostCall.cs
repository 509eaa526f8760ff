using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluation.Functions.Hosting.LocalTriggers;

/// <summary>
/// Calls a function over loopback as the Functions host does: same headers, chunked body, and the same idea of what a
/// good answer is.
/// </summary>
internal sealed partial class HostCall : IDisposable
{
    private const string HostVersion = "4.1037.0.0";

    // The host waits this much longer for the answer than the function may take.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly SocketsHttpHandler _loopback = new() { UseProxy = false };
    private readonly HttpClient _http;
    private readonly IServer _server;
    private readonly LocalSecret _secret;
    private readonly TimeProvider _clock;
    private readonly ILogger<HostCall> _logger;

    public HostCall(IServer server, HostFile host, LocalSecret secret, TimeProvider clock, ILogger<HostCall> logger)
    {
        _http = new HttpClient(_loopback, disposeHandler: false)
        {
            Timeout = host.FunctionTimeout + Grace ?? Timeout.InfiniteTimeSpan,
        };
        _server = server;
        _secret = secret;
        _clock = clock;
        _logger = logger;
    }

    public void Dispose()
    {
        _http.Dispose();
        _loopback.Dispose();
    }

    /// <summary>
    /// Whether the function did its work; when it did not, this says so in the log and the app itself says why. An
    /// invocation under way is ended by its time-out or with the server, as in the host, never by its caller.
    /// </summary>
    public async Task<bool> SucceedsAsync(string function, byte[] payload)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, function));
        request.Content = new ByteArrayContent(payload);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Azure-Functions-Host", HostVersion));
        request.Headers.Add("X-Azure-Functions-HostVersion", HostVersion);
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.CreateVersion7(_clock.GetUtcNow()).ToString());
        request.Headers.Add(LocalSecret.Header, _secret.Value);
        try
        {
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            if (!response.IsSuccessStatusCode)
            {
                LogFailed(function, (int)response.StatusCode);
                return false;
            }

            if (IsAnswer(response.Content.Headers.ContentType, body))
            {
                return true;
            }

            LogNoAnswer(function);
            return false;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            LogBroken(function, e);
            return false;
        }
    }

    private Uri Address => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    private static bool IsAnswer(MediaTypeHeaderValue? contentType, byte[] body)
    {
        try
        {
            return contentType?.MediaType == "application/json"
                && JsonElement.Parse(body).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 911, Level = LogLevel.Warning, Message = "Local trigger: {Function} answered {Status}")]
    private partial void LogFailed(string function, int status);

    [LoggerMessage(EventId = 912, Level = LogLevel.Error, Message = "Local trigger: {Function} gave no JSON object; the Functions host would wait for ever")]
    private partial void LogNoAnswer(string function);

    [LoggerMessage(EventId = 913, Level = LogLevel.Warning, Message = "Local trigger: {Function} gave no answer")]
    private partial void LogBroken(string function, Exception exception);
}
