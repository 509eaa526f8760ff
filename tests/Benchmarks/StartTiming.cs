namespace Evaluation.Benchmarks;

internal static class StartTiming
{
    public static Task RunAsync(CancellationToken cancellationToken) => Task.FromCanceled(cancellationToken);
}
