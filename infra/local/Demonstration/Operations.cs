namespace Evaluation.Local.Demonstration;

/// <summary>Starts a job of the calendar now, and follows what it started to the end.</summary>
internal sealed class Operations(PublicApi api)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The number of operations, all succeeded.</summary>
    /// <exception cref="LocalRunFailedException">One failed, or did not end in time.</exception>
    public async Task<int> RunAsync(string job, CancellationToken stop)
    {
        var started = await api.PostAsync(
            "api/runs", new RunOrder(job), LocalJson.Default.RunOrder, LocalJson.Default.RunAnswer, stop);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        foreach (var operation in started.Operations)
        {
            try
            {
                await FollowAsync(operation, limit.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new LocalRunFailedException($"l’opération {operation} ne s’est pas terminée en cinq minutes.");
            }
        }

        return started.Operations.Count;
    }

    /// <summary>Waits until an operation succeeded.</summary>
    /// <exception cref="LocalRunFailedException">It failed.</exception>
    public async Task FollowAsync(string operation, CancellationToken stop)
    {
        while (true)
        {
            var state = await api.GetAsync(
                $"api/operations/{Uri.EscapeDataString(operation)}", LocalJson.Default.OperationAnswer, stop);
            switch (state.State)
            {
                case "succeeded":
                    return;
                case "failed":
                    throw new LocalRunFailedException($"l’opération {operation} a échoué : {state.Outcome}");
                default:
                    await Task.Delay(Pause, stop);
                    break;
            }
        }
    }
}
