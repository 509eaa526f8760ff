using Evaluation.Benchmarks;

var commands = new Dictionary<string, Func<CancellationToken, Task>>(StringComparer.Ordinal)
{
    ["evaluate"] = _ => InProcess.RunAsync<EvaluateBenchmarks>(),
    ["report"] = ReportCpu.RunAsync,
    ["office"] = OfficeCpu.RunAsync,
    ["picture"] = PictureCpu.RunAsync,
    ["push"] = PushTiming.RunAsync,
    ["push-cpu"] = PushCpu.RunAsync,
    ["tables"] = TablesCpu.RunAsync,
    ["start"] = StartTiming.RunAsync,
    ["thousand"] = ThousandReports.RunAsync,
    ["soak"] = new SoakCommand(args).RunAsync,
};

if (args is not [var name, ..] || !commands.TryGetValue(name, out var command))
{
    await Console.Error.WriteLineAsync($"Name one of: {string.Join(", ", commands.Keys)}.");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
await command(stop.Token);
return 0;
