using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmptyPeer;

/// <summary>Answers under the address of the app that answers without storage.</summary>
public static class Ready
{
    [Function(nameof(Ready))]
    public static Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Response.WriteAsync("ready", request.HttpContext.RequestAborted);
    }
}
