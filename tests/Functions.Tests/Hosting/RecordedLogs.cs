using System.Collections.Concurrent;

namespace Evaluation.Functions.Tests.Hosting;

internal sealed record RecordedLog(LogLevel Level, string Message, Exception? Exception);

/// <summary>Keeps what an app logs, for a test to read.</summary>
internal sealed class RecordedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<RecordedLog> _all = new();

    public IReadOnlyCollection<RecordedLog> All => _all;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _all.Enqueue(new RecordedLog(logLevel, formatter(state, exception), exception));

    public void Dispose() => _all.Clear();
}
