using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>
/// A body comes as it is, or compressed once in a known way. Anything else would reach the reader as noise, and layers
/// upon layers are how little grows into much.
/// </summary>
internal sealed class BodyEncoding(RequestDelegate next)
{
    private static readonly string[] Known = ["gzip", "br", "deflate"];

    public Task InvokeAsync(HttpContext context)
    {
        var encoding = context.Request.Headers.ContentEncoding;
        return encoding.Count == 0 || Known.Contains(encoding.ToString(), StringComparer.OrdinalIgnoreCase)
            ? next(context)
            : throw EdgeRefusals.BodyEncoding.Refused();
    }
}
