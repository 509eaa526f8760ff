namespace Evaluation.Functions.Hosting;

/// <summary>
/// Puts the host's invocation id on every log line of a request, so that a line of this app can be found from an
/// invocation of the host.
/// </summary>
internal sealed class InvocationScope(RequestDelegate next, ILogger<InvocationScope> logger)
{
    private const string Header = "X-Azure-Functions-InvocationId";

    private static readonly Func<ILogger, Guid, IDisposable?> Begin =
        LoggerMessage.DefineScope<Guid>("InvocationId:{InvocationId}");

    public async Task InvokeAsync(HttpContext context)
    {
        // A forwarding host adds its own id after one that the client sent; anything but an id is nobody's.
        var sent = context.Request.Headers[Header];
        using var scope = sent.Count > 0 && Guid.TryParse(sent[^1], out var id) ? Begin(logger, id) : null;
        await next(context);
    }
}
