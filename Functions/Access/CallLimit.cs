using System.Globalization;
using System.Threading.RateLimiting;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Refusing;
using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Access;

/// <summary>
/// How often each key and each person may call, all unknown callers together being one; per process, before any body is
/// read. What is open to all, health first, is not counted, nor is work on a developer’s machine without a key.
/// </summary>
internal sealed class CallLimit : IDisposable
{
    private const string Unknown = "?";

    private readonly PartitionedRateLimiter<string> _callers;
    private readonly RequestDelegate _next;

    public CallLimit(RequestDelegate next, IOptions<CallLimitOptions> limits)
    {
        _next = next;
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Value.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limits.Value.PerMinute,
            QueueLimit = 0,
        };
        _callers = PartitionedRateLimiter.Create<string, string>(
            name => RateLimitPartition.GetTokenBucketLimiter(name, _ => options));
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var caller = context.Features.Get<Caller>();
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<RightAsked>()?.Right == Right.None;
        if (!isOpen && !ReferenceEquals(caller, Caller.Local))
        {
            using var lease = _callers.AttemptAcquire(caller?.Name ?? Unknown);
            if (!lease.IsAcquired)
            {
                Refuse(context.Response, lease);
            }
        }

        await _next(context);
    }

    public void Dispose() => _callers.Dispose();

    private static void Refuse(HttpResponse response, RateLimitLease lease)
    {
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
            ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds))
            : 1;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        throw EdgeRefusals.RateLimited.Refused(seconds);
    }
}
