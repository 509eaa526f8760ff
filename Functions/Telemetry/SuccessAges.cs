using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Evaluation.Functions.Telemetry;

/// <summary>How long ago each timer last did its work: gauge <c>evaluation.success.age</c>, by <c>function</c>.</summary>
internal sealed class SuccessAges
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _successes = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly ObservableGauge<double> _gauge;

    public SuccessAges(TimeProvider clock)
    {
        _clock = clock;
        _gauge = Signals.Meter.CreateObservableGauge(
            "evaluation.success.age", Ages, "s", "How long ago a timer last did its work.");
    }

    /// <summary>Whether somebody listens who does not know yet what was before this process began.</summary>
    public bool MustBeTold => _gauge.Enabled && _successes.IsEmpty;

    /// <summary>Notes a success; an earlier one changes nothing.</summary>
    public void Note(string function, DateTimeOffset at) =>
        _successes.AddOrUpdate(function, at, (_, known) => known > at ? known : at);

    private IEnumerable<Measurement<double>> Ages()
    {
        var now = _clock.GetUtcNow();
        return _successes.Select(success => new Measurement<double>(
            (now - success.Value).TotalSeconds, new KeyValuePair<string, object?>("function", success.Key)));
    }
}
