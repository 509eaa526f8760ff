namespace Evaluation.Functions.Hosting;

/// <summary>A queue message that arrived at a function.</summary>
/// <param name="Body">As it was sent.</param>
/// <param name="Id">The queue's id of the message; null when the payload hides it.</param>
/// <param name="DequeueCount">1 the first time; 1 as well when the payload hides it.</param>
/// <param name="InsertedAt">When it was sent; null when the payload hides it.</param>
internal sealed record QueuedMessage(BinaryData Body, string? Id, int DequeueCount, DateTimeOffset? InsertedAt)
{
    /// <exception cref="UndecodablePayloadException">It is not the payload of a queue message.</exception>
    public static QueuedMessage From(InvocationRequest request) => new(
        request.Read("message", value => value.ToBytes()),
        request.Find("Id", value => value.ToText()),
        request.Find("DequeueCount", value => value.ToInt32()) ?? 1,
        request.Find("InsertionTime", value => value.ToInstant()));
}
