namespace Evaluation.Benchmarks;

internal static class PushTiming
{
    public static Task RunAsync(CancellationToken cancellationToken) => Task.FromCanceled(cancellationToken);
}
