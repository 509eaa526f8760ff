namespace Evaluation.Functions.Tests;

/// <summary>An app on storage of its own: the timers that other tests fire find nothing of it.</summary>
public sealed class OwnApp : IAsyncLifetime
{
    public RunningApp Running { get; } = new();

    public ValueTask InitializeAsync() => Running.InitializeAsync();

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
