using Evaluation.Core.Communities;

namespace Evaluation.Functions.Store;

/// <summary>What a chain is worth.</summary>
/// <param name="Intact">Whether every entry is there and is what was written.</param>
/// <param name="Entries">How many entries hold together, from the first.</param>
/// <param name="FirstBroken">Number of the first that is missing or was changed; null when none is.</param>
/// <param name="HeadHash">Hash of the last entry, as the head of the chain tells it.</param>
internal sealed record AuditVerdict(bool Intact, long Entries, long? FirstBroken, string HeadHash);

/// <summary>Reckons a chain of the audit trail again, from its first entry to its head.</summary>
internal static class AuditChain
{
    public static async Task<AuditVerdict> VerifyAsync(
        this AuditTrail trail, Siren? siren, CancellationToken cancellationToken)
    {
        var last = new AuditHead(0, AuditEntry.Start);
        while (true)
        {
            var from = last;
            await foreach (var stored in trail.ListAsync(siren, last.Sequence, cancellationToken))
            {
                var entry = stored.Entry;
                if (entry.Sequence != last.Sequence + 1 || entry.PreviousHash != last.Hash || stored.Hash != entry.Hash)
                {
                    return Broken(last.Sequence + 1, await trail.HeadAsync(siren, cancellationToken));
                }

                last = new AuditHead(entry.Sequence, entry.Hash);
            }

            // Read after the entries: it can only be ahead of them, by what was added meanwhile.
            var head = await trail.HeadAsync(siren, cancellationToken);
            if (head == last)
            {
                return new AuditVerdict(true, last.Sequence, null, head.Hash);
            }

            if (head.Sequence <= last.Sequence || last == from)
            {
                return Broken(Math.Min(head.Sequence, last.Sequence) + (head.Sequence == last.Sequence ? 0 : 1), head);
            }
        }
    }

    private static AuditVerdict Broken(long sequence, AuditHead head) => new(false, sequence - 1, sequence, head.Hash);
}
