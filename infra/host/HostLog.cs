using System.Globalization;
using Evaluation.StandIn.Protocol;

namespace Evaluation.StandIn;

/// <summary>
/// What the worker and the stand-in have to say, one line per event, with the invocation and the trace it belongs to.
/// </summary>
internal sealed class HostLog(Action<LogLevel, string> write) : ILoggerProvider
{
    private static readonly string[] Levels = ["trce", "dbug", "info", "warn", "fail", "crit"];

    /// <summary>A line that the worker wrote to its standard output or standard error.</summary>
    public void WriteRaw(LogLevel level, string line) => write(level, line);

    /// <summary>An event that the worker sent.</summary>
    /// <param name="log">As it came.</param>
    /// <param name="trace">The trace of its invocation; null where it belongs to none.</param>
    public void Write(RpcLog log, string? trace) => Write(
        (LogLevel)log.Level,
        log.Category,
        log.EventId,
        log.InvocationId.Length > 0 ? $"InvocationId:{log.InvocationId} " + (trace is null ? "" : $"TraceId:{trace} ") : "",
        log.Message,
        log.Exception?.Message);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(LogLevel level, string category, string eventId, string scope, string message, string? exception)
    {
        // As host.json has it.
        if (level < LogLevel.Information)
        {
            return;
        }

        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Levels[(int)level]}: {category}[{eventId}] {scope}{message} {exception}");
        write(level, line.ReplaceLineEndings(" ").TrimEnd());
    }

    private sealed class Logger(HostLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(
                logLevel, category, eventId.Name ?? eventId.Id.ToString(CultureInfo.InvariantCulture), "", formatter(state, exception), exception?.ToString());
    }
}
