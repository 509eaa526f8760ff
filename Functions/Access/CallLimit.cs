using System.Globalization;
using System.Threading.RateLimiting;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Access;

/// <summary>
/// How often each key and each person may call, all unknown callers together being one; per process, before any body is
/// read. What is open to all, health first, is not counted, nor is work on a developer’s machine without a key.
/// </summary>
internal sealed class CallLimit : IDisposable
{
    private const string PerMinuteSetting = "RateLimit:PerMinute";
    private const string BurstSetting = "RateLimit:Burst";
    private const int PerMinuteDefault = 600;
    private const int BurstDefault = 120;
    private const int Most = 100_000;
    private const string Unknown = "?";

    private readonly PartitionedRateLimiter<string> _callers;
    private readonly RequestDelegate _next;

    public CallLimit(RequestDelegate next, IConfiguration configuration)
    {
        _next = next;
        var perMinute = Read(configuration, PerMinuteSetting) ?? PerMinuteDefault;
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Read(configuration, BurstSetting) ?? BurstDefault,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
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

    private static int? Read(IConfiguration configuration, string setting)
    {
        var text = configuration[setting];
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
            ? number
            : throw new StartUpException(
                $"The setting {setting.Replace(":", "__", StringComparison.Ordinal)} must be a number from 1 to 100000, not \"{text}\".");
    }
}
