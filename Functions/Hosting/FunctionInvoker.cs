using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// Answers <c>POST /&lt;FunctionName&gt;</c> before anything else sees it. The address is compared as it was sent, byte
/// for byte, so no encoding, dot segment or other case reaches a function; whoever is not admitted gets what any
/// unknown address gets.
/// </summary>
internal sealed partial class FunctionInvoker(
    RequestDelegate next, FunctionTable functions, FunctionCallers callers, TimeProvider clock, ILogger<FunctionInvoker> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var name = target is ['/', .. var path] ? path : "";
        var invocation = functions.Find(name);
        if (invocation is null && !functions.IsHttp(name))
        {
            return next(context);
        }

        if (callers.Admits(context.Request))
        {
            return invocation is null ? RefusePayloadAsync(context, name) : RunAsync(context, name, invocation);
        }

        if (invocation is not null)
        {
            LogRefused(name);
        }

        return next(context);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of a function: whatever failed becomes the answer that makes the host try again.")]
    private async Task RunAsync(HttpContext context, string name, Invocation invocation)
    {
        var started = clock.GetTimestamp();
        var aborted = context.RequestAborted;
        try
        {
            var request = await InvocationRequest.ReadAsync(context.Request, aborted);
            var outcome = await invocation(request, context.RequestServices, aborted);
            LogDone(name, Elapsed(started), outcome);
            await InvocationAnswer.SucceedAsync(context.Response, outcome, aborted);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            LogAbandoned(name, Elapsed(started));
        }
        catch (UndecodablePayloadException e)
        {
            LogUndecodable(name, e.Message, e.InnerException?.Message);
            await InvocationAnswer.FailAsync(
                context.Response, StatusCodes.Status500InternalServerError, "The payload cannot be read.", aborted);
        }
        catch (Exception e)
        {
            LogFailed(name, Elapsed(started), e);
            await InvocationAnswer.FailAsync(
                context.Response, StatusCodes.Status500InternalServerError, "The function failed.", aborted);
        }
    }

    private Task RefusePayloadAsync(HttpContext context, string name)
    {
        LogPayloadForm(name);
        return InvocationAnswer.FailAsync(
            context.Response, StatusCodes.Status501NotImplemented, "HTTP requests must be passed on as they are.", context.RequestAborted);
    }

    private long Elapsed(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(EventId = 902, Level = LogLevel.Information, Message = "{Function} was done in {Milliseconds} ms: {Outcome}")]
    private partial void LogDone(string function, long milliseconds, string outcome);

    [LoggerMessage(EventId = 903, Level = LogLevel.Error, Message = "{Function} failed after {Milliseconds} ms")]
    private partial void LogFailed(string function, long milliseconds, Exception exception);

    [LoggerMessage(EventId = 904, Level = LogLevel.Error, Message = "{Function} was called with a payload that cannot be read: {Reason} {Detail}")]
    private partial void LogUndecodable(string function, string reason, string? detail);

    [LoggerMessage(EventId = 905, Level = LogLevel.Warning, Message = "{Function} was given up by its caller after {Milliseconds} ms")]
    private partial void LogAbandoned(string function, long milliseconds);

    [LoggerMessage(EventId = 906, Level = LogLevel.Warning, Message = "A call of {Function} from outside was refused")]
    private partial void LogRefused(string function);

    [LoggerMessage(EventId = 907, Level = LogLevel.Error, Message = "{Function} was called in the payload form: host.json needs customHandler.enableProxyingHttpRequest and enableForwardingHttpRequest")]
    private partial void LogPayloadForm(string function);
}
