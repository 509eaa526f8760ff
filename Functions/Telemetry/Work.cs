using System.Diagnostics;

namespace Evaluation.Functions.Telemetry;

/// <summary>A piece of work under way. It failed unless <see cref="Done"/> was called before its end.</summary>
internal sealed class Work(string name, Activity? span) : IDisposable
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private bool _isDone;

    /// <summary>Says something of it, for the span only.</summary>
    public Work With(string attribute, object? value)
    {
        span?.SetTag(attribute, value);
        return this;
    }

    /// <summary>It came to its end.</summary>
    public void Done() => _isDone = true;

    public void Dispose()
    {
        if (Signals.Durations.Enabled)
        {
            Signals.Durations.Record(
                Stopwatch.GetElapsedTime(_begun).TotalSeconds, new("work", name), new("outcome", _isDone ? "done" : "failed"));
        }

        if (!_isDone)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        span?.Dispose();
    }
}
