using System.Diagnostics;
using System.Globalization;

namespace Evaluation.Local;

/// <summary>
/// The clock of the demonstration: the first run on a folder starts at a fixed instant, so that its reports are the same
/// bytes everywhere; later runs go on after it, so that what is sent later is never taken for older.
/// </summary>
internal sealed class SimulatedClock : IDisposable
{
    private const string FileName = "horloge.txt";
    private static readonly DateTimeOffset First = new(2026, 6, 16, 6, 0, 0, TimeSpan.Zero);

    // What a run that ended without saying so is taken to have lasted.
    private static readonly TimeSpan Unknown = TimeSpan.FromHours(1);
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    private readonly string _file;
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    private SimulatedClock(string file, DateTimeOffset start)
    {
        _file = file;
        Start = start;
    }

    /// <summary>The instant at which this run starts.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The clock of a run on a folder; the storage of the folder tells whether there was one before.</summary>
    public static SimulatedClock In(LocalFolder folder)
    {
        var file = System.IO.Path.Combine(folder.Storage, FileName);
        Directory.CreateDirectory(folder.Storage);
        var start = File.Exists(file)
            ? DateTimeOffset.ParseExact(File.ReadAllText(file).Trim(), "O", CultureInfo.InvariantCulture)
            : First;
        var clock = new SimulatedClock(file, start);
        clock.Keep(start + Unknown);
        return clock;
    }

    /// <inheritdoc/>
    public void Dispose() => Keep(Start + Stopwatch.GetElapsedTime(_startedAt) + Gap);

    private void Keep(DateTimeOffset next) => File.WriteAllText(_file, next.ToString("O", CultureInfo.InvariantCulture));
}
