namespace Evaluation.Functions.Hosting;

/// <summary>How the steps of the flow attach themselves to the triggers their function.json declares.</summary>
internal static class FunctionMapping
{
    /// <summary>
    /// <paramref name="handle"/> runs when the timer <paramref name="name"/> fires, and says in one line what it did.
    /// An exception fails the occurrence; the host does not repeat it.
    /// </summary>
    public static void MapTimer(
        this WebApplication app, string name, Func<TimerTick, IServiceProvider, CancellationToken, Task<string>> handle) =>
        Table(app).Add(
            name,
            trigger => trigger.IsTimer,
            (request, services, cancellationToken) => handle(TimerTick.From(request), services, cancellationToken));

    /// <summary>
    /// <paramref name="handle"/> runs for every message of the queue of <paramref name="name"/>, and says in one line
    /// what it did. An exception makes the host deliver the message again, a <see cref="PermanentFailureException"/>
    /// puts it aside at once.
    /// </summary>
    public static void MapQueue(
        this WebApplication app, string name, Func<QueuedMessage, IServiceProvider, CancellationToken, Task<string>> handle)
    {
        var queue = "";
        var function = Table(app).Add(name, trigger => trigger.IsQueue, async (request, services, cancellationToken) =>
        {
            var message = QueuedMessage.From(request);
            try
            {
                return await handle(message, services, cancellationToken);
            }
            catch (PermanentFailureException cause)
            {
                await services.GetRequiredService<PoisonQueue>().PutAsideAsync(queue, message, cause, cancellationToken);
                return $"Put aside: {cause.Message}";
            }
        });
        queue = function.Trigger.QueueName ?? throw new StartUpException($"{name}/function.json has no queueName.");
    }

    private static FunctionTable Table(WebApplication app) => app.Services.GetRequiredService<FunctionTable>();
}
