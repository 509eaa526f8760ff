using Evaluation.Core.French;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

/// <summary>
/// Decides about messages that were put aside. The decision is noted last, so that a crash leaves the message waiting;
/// deciding again then does no more than was done, because a run does its work once.
/// </summary>
internal sealed class PoisonDesk(PoisonDrain drain, PoisonStore store, RunLedger runs, RunQueues queues, TimeProvider clock)
{
    /// <summary>The most that is listed.</summary>
    public const int MostListed = 200;

    /// <summary>The most letters of a reason.</summary>
    public const int LongestReason = 500;

    private const int LongestId = 100;

    /// <summary>The latest messages, what lies in the poison queues included.</summary>
    /// <param name="state">Only those in this state; all when null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<PoisonedMessage>> ListAsync(PoisonState? state, CancellationToken cancellationToken)
    {
        await drain.DrainAsync(cancellationToken);
        return await store.LatestAsync(state, MostListed, cancellationToken);
    }

    /// <summary>A message; null when there is none of that id.</summary>
    public async Task<PoisonedMessage?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await FindKeptAsync(id, cancellationToken))?.Message;

    /// <summary>Sends a message back to its queue; its run begins again from its first attempt.</summary>
    /// <exception cref="RefusalException">404; 409 when it was decided about, or names no run.</exception>
    public async Task<PoisonedMessage> ReplayAsync(string id, Caller by, CancellationToken cancellationToken)
    {
        var kept = await RequireWaitingAsync(id, cancellationToken);
        var run = kept.Message.OperationId is { } operation ? await runs.ReopenAsync(operation, cancellationToken) : null;
        if (run is null)
        {
            throw EdgeRefusals.PoisonNoRun.Refused();
        }

        // A run that succeeded meanwhile has nothing left to do.
        if (!run.IsOver)
        {
            await queues.SendAsync(run, cancellationToken);
        }

        return await DecideAsync(kept, PoisonState.Replayed, by, null, cancellationToken);
    }

    /// <summary>Gives a message up: its run, unless it is over, ends as failed.</summary>
    /// <exception cref="RefusalException">404; 409 when it was decided about; 422 without a reason.</exception>
    public async Task<PoisonedMessage> DropAsync(string id, Caller by, string? reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason || reason.Any(char.IsControl))
        {
            throw EdgeRefusals.PoisonReason.Refused();
        }

        var kept = await RequireWaitingAsync(id, cancellationToken);
        if (kept.Message.OperationId is { } operation && await runs.FindAsync(operation, cancellationToken) is { IsOver: false } run)
        {
            await runs.FinishAsync(
                run, RunState.Failed, Typography.Fix($"Abandonné : {reason.Trim()}"), null, cancellationToken);
        }

        return await DecideAsync(kept, PoisonState.Dropped, by, reason.Trim(), cancellationToken);
    }

    private async Task<KeptMessage?> FindKeptAsync(string id, CancellationToken cancellationToken) =>
        id.Length <= LongestId ? await store.FindAsync(id, cancellationToken) : null;

    private async Task<KeptMessage> RequireWaitingAsync(string id, CancellationToken cancellationToken)
    {
        var kept = await FindKeptAsync(id, cancellationToken);
        if (kept is null)
        {
            throw EdgeRefusals.PoisonUnknown.Refused();
        }

        return kept.Message.State is PoisonState.Waiting ? kept : throw AlreadyDecided();
    }

    private async Task<PoisonedMessage> DecideAsync(
        KeptMessage kept, PoisonState state, Caller by, string? reason, CancellationToken cancellationToken)
    {
        var decided = kept.Message with { State = state, DecidedBy = by.Name, DecidedAt = clock.GetUtcNow(), Reason = reason };
        return await store.TryDecideAsync(kept, decided, cancellationToken) ? decided : throw AlreadyDecided();
    }

    private static RefusalException AlreadyDecided() => EdgeRefusals.PoisonDecided.Refused();
}
