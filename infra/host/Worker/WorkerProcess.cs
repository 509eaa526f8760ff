using System.ComponentModel;
using System.Diagnostics;

namespace Evaluation.StandIn.Worker;

/// <summary>
/// The process of a worker. It never outlives this one: it is killed when this process ends, and its standard input
/// ends even when this process is killed, which a local run takes for its end.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly EventHandler _killAtExit;

    private WorkerProcess(ProcessStartInfo start, HostLog log)
    {
        try
        {
            _process = Process.Start(start) ?? throw new StandInException("The worker did not start.");
        }
        catch (Win32Exception e)
        {
            throw new StandInException($"{start.FileName} cannot be started: {e.Message}", e);
        }

        _killAtExit = (_, _) => Kill();
        AppDomain.CurrentDomain.ProcessExit += _killAtExit;
        _process.OutputDataReceived += (_, line) => Say(log, LogLevel.Information, line.Data);
        _process.ErrorDataReceived += (_, line) => Say(log, LogLevel.Error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Ended = EndAsync();
    }

    /// <summary>The exit code, once it has ended and its last line has been read.</summary>
    public Task<int> Ended { get; }

    /// <summary>Its id on this machine.</summary>
    public int Id => _process.Id;

    /// <summary>The memory it holds now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The time it has spent on processors.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <exception cref="StandInException">There is no such program.</exception>
    public static WorkerProcess Start(ProcessStartInfo start, HostLog log) => new(start, log);

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended before.
        }
    }

    /// <summary>Kills what still runs.</summary>
    public void Dispose()
    {
        Kill();
        AppDomain.CurrentDomain.ProcessExit -= _killAtExit;
        _process.Dispose();
    }

    private async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private static void Say(HostLog log, LogLevel level, string? line)
    {
        if (line is not null)
        {
            log.WriteRaw(level, line);
        }
    }
}
