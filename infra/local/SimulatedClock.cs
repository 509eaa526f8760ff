using System.Diagnostics;
using System.Globalization;
using Evaluation.StandIn;

namespace Evaluation.Local;

/// <summary>
/// The clock of the demonstration. The first run on a folder lives two years: the clock stands still at each reception,
/// so that what is received and reported is the same bytes everywhere, then goes on from 16 June 2026. A later run, or
/// the next one after an interruption, goes on from where the clock was: what is sent later is never taken for older.
/// </summary>
internal sealed class SimulatedClock : IDisposable
{
    private const string FileName = "horloge.txt";
    private static readonly DateTimeOffset First = new(2024, 1, 15, 6, 0, 0, TimeSpan.Zero);

    // What a run that ended without saying so is taken to have lasted.
    private static readonly TimeSpan Unknown = TimeSpan.FromHours(1);
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    private readonly string _file;
    private DateTimeOffset _position;
    private long? _runsSince;

    private SimulatedClock(string file, DateTimeOffset start)
    {
        _file = file;
        _position = start;
        if (start >= Today)
        {
            _runsSince = Stopwatch.GetTimestamp();
            Keep(start + Unknown);
        }
        else
        {
            Keep(start);
        }
    }

    /// <summary>The day on which the demonstration is consulted, 08:00 in Paris.</summary>
    public static DateTimeOffset Today { get; } = new(2026, 6, 16, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The instant the clock was last set to.</summary>
    public DateTimeOffset Position => _position;

    /// <summary>The clock of a run on a folder; the storage of the folder tells whether there was one before.</summary>
    public static SimulatedClock In(LocalFolder folder)
    {
        var file = System.IO.Path.Combine(folder.Storage, FileName);
        Directory.CreateDirectory(folder.Storage);
        return new SimulatedClock(file, File.Exists(file)
            ? DateTimeOffset.ParseExact(File.ReadAllText(file).Trim(), "O", CultureInfo.InvariantCulture)
            : First);
    }

    /// <summary>Sets the app’s clock to an instant, where it stands still; an instant that is past changes nothing.</summary>
    public async Task StandAtAsync(FunctionsHost host, DateTimeOffset instant, CancellationToken stop)
    {
        if (_runsSince is null && instant > _position)
        {
            await host.MoveClockAsync(instant, runs: false, stop);
            _position = instant;
            Keep(instant);
        }
    }

    /// <summary>Lets the app’s clock go on from 16 June 2026, or from where it was if that is later.</summary>
    public async Task GoOnAsync(FunctionsHost host, CancellationToken stop)
    {
        if (_runsSince is null)
        {
            await host.MoveClockAsync(Today, runs: true, stop);
            _position = Today;
            _runsSince = Stopwatch.GetTimestamp();
            Keep(Today + Unknown);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_runsSince is { } since)
        {
            Keep(_position + Stopwatch.GetElapsedTime(since) + Gap);
        }
    }

    private void Keep(DateTimeOffset next) => File.WriteAllText(_file, next.ToString("O", CultureInfo.InvariantCulture));
}
