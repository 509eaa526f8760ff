using System.Threading.Channels;
using Microsoft.Azure.WebJobs;

namespace Evaluation.StandIn.Tests;

/// <summary>Functions of the host’s own triggers, which keep what they are given.</summary>
public static class RealFunctions
{
    public const string Queue = "host-triggers";

    internal static Channel<TimerInfo> Ticks { get; } = Channel.CreateUnbounded<TimerInfo>();

    internal static Channel<ParameterBindingData> Messages { get; } = Channel.CreateUnbounded<ParameterBindingData>();

    [FunctionName("Tick")]
    public static void Tick([TimerTrigger("0 0 5 * * *", RunOnStartup = true)] TimerInfo timer) => Ticks.Writer.TryWrite(timer);

    [FunctionName("Work")]
    public static void Work([QueueTrigger(Queue)] ParameterBindingData message) => Messages.Writer.TryWrite(message);
}
