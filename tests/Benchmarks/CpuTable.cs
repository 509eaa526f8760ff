using System.Diagnostics;
using System.Globalization;

namespace Evaluation.Benchmarks;

/// <summary>
/// CPU time of pieces of work, measured in turn so that a busy machine disturbs all alike; the first is the peer that
/// the others are compared with. CPU time, not elapsed time: other programs on the machine do not count.
/// </summary>
internal static class CpuTable
{
    private const int WarmUps = 60;
    private const int Rounds = 25;
    private const int Batch = 10;

    public static async Task RunAsync(CancellationToken cancellationToken, params (string Name, Func<Task> Work)[] subjects)
    {
        var samples = subjects.Select(_ => new List<(double Milliseconds, long Bytes)>()).ToList();
        using var process = Process.GetCurrentProcess();
        foreach (var (_, work) in subjects)
        {
            for (var i = 0; i < WarmUps; i++)
            {
                await work();
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var ((_, work), sample) in subjects.Zip(samples))
            {
                cancellationToken.ThrowIfCancellationRequested();
                sample.Add(await BatchAsync(process, work));
            }
        }

        var peer = Median(samples[0].Select(s => s.Milliseconds));
        foreach (var ((name, _), sample) in subjects.Zip(samples))
        {
            var milliseconds = Median(sample.Select(s => s.Milliseconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28} {milliseconds,8:F2} ms CPU   {milliseconds / peer,8:F1} x   {Median(sample.Select(s => (double)s.Bytes)) / 1024,9:F0} KiB"));
        }
    }

    private static async Task<(double Milliseconds, long Bytes)> BatchAsync(Process process, Func<Task> work)
    {
        var bytes = GC.GetTotalAllocatedBytes();
        process.Refresh();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < Batch; i++)
        {
            await work();
        }

        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMilliseconds / Batch, (GC.GetTotalAllocatedBytes() - bytes) / Batch);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
