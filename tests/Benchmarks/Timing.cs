using System.Diagnostics;
using System.Globalization;

namespace Evaluation.Benchmarks;

/// <summary>Elapsed times of what cannot be measured inside this process, taken in turn with those of a peer.</summary>
internal sealed class Timing(string name)
{
    private readonly List<double> _milliseconds = [];

    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    public async Task<T> MeasureAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        Add(watch.Elapsed.TotalMilliseconds);
        return result;
    }

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public void Print(Timing peer) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-34} {Median,8:F1} ms   {Median / peer.Median,6:F2} x   (least {_milliseconds.Min():F1}, {_milliseconds.Count} times)"));
}
