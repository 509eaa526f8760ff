namespace Evaluation.Functions.Http;

/// <summary>
/// Answers HEAD wherever there is an answer to GET, with the same headers: before routing, the one is taken for the
/// other. The server itself sends no body to HEAD, whatever is written.
/// </summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
