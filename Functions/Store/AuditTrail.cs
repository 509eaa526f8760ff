using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>How far a chain goes.</summary>
/// <param name="Sequence">Number of its last entry; 0 when it has none.</param>
/// <param name="Hash">Hash of its last entry.</param>
internal sealed record AuditHead(long Sequence, string Hash);

/// <summary>An entry as it is stored, with the hash that was stored beside it.</summary>
internal sealed record StoredAuditEntry(AuditEntry Entry, string Hash);

/// <summary>
/// Who was let do what: table <c>Audit</c>, one chain of hashes per community, only ever added to. An entry and the head
/// of its chain are written in one transaction, under the condition that the head is still the one that was read: no
/// two entries have the same number and none is left out.
/// </summary>
internal sealed partial class AuditTrail(Table table, TimeProvider clock, ILogger<AuditTrail> logger) : IDisposable
{
    private const int MaxAttempts = 20;
    private const int LongestWait = 40;

    // Writers of this process do not fight each other for the head, only those of other instances.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Notes that an act is admitted; before the act, which then may still fail.</summary>
    /// <param name="siren">Community concerned; null when none is.</param>
    /// <param name="caller">Who asked.</param>
    /// <param name="action">What, in words that do not change with the target.</param>
    /// <param name="target">On what.</param>
    /// <param name="detail">More; null when there is none. Never a secret.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task NoteAsync(
        Siren? siren, Caller caller, string action, string target, string? detail, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; !await TryAppendAsync(siren, caller, action, target, detail, attempt, cancellationToken); attempt++)
            {
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The head of a chain as it is now.</summary>
    public async Task<AuditHead> HeadAsync(Siren? siren, CancellationToken cancellationToken) =>
        AuditRows.HeadOf(await FindHeadAsync(AuditRows.ChainOf(siren), cancellationToken));

    /// <summary>Entries after a number, in order.</summary>
    /// <param name="siren">Community; null for the acts that concern none.</param>
    /// <param name="after">Number after which to begin.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async IAsyncEnumerable<StoredAuditEntry> ListAsync(
        Siren? siren, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chain = AuditRows.ChainOf(siren);
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {chain} and RowKey gt {AuditRows.RowOf(after)} and RowKey lt {AuditRows.End}");
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            yield return AuditRows.Read(entity);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> TryAppendAsync(
        Siren? siren,
        Caller caller,
        string action,
        string target,
        string? detail,
        int attempt,
        CancellationToken cancellationToken)
    {
        var chain = AuditRows.ChainOf(siren);
        var known = await FindHeadAsync(chain, cancellationToken);
        var head = AuditRows.HeadOf(known);
        var entry = new AuditEntry(
            chain, head.Sequence + 1, clock.GetUtcNow(), caller.Name, action, target, detail, head.Hash);
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.Add, AuditRows.Of(entry)),
                    known is null
                        ? new TableTransactionAction(TableTransactionActionType.Add, AuditRows.OfHead(entry))
                        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, AuditRows.OfHead(entry), known.ETag),
                ],
                cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 && attempt < MaxAttempts)
        {
            // Either another instance was faster, or our own answer got lost and the pipeline asked twice.
            if (await FindHashAsync(chain, entry.Sequence, cancellationToken) != entry.Hash)
            {
                await Task.Delay(WaitAfter(entry, attempt), cancellationToken);
                return false;
            }
        }

        LogNoted(chain, entry.Sequence, entry.Hash);
        return true;
    }

    // Spread by the hash, which no two instances share.
    private static TimeSpan WaitAfter(AuditEntry entry, int attempt) => TimeSpan.FromMilliseconds(
        attempt * int.Parse(entry.Hash.AsSpan(0, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) % LongestWait);

    private async Task<TableEntity?> FindHeadAsync(string chain, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(chain, AuditRows.Head, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private async Task<string?> FindHashAsync(string chain, long sequence, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(chain, AuditRows.RowOf(sequence), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetString("Hash") : null;
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Information, Message = "Audit {Chain} {Sequence} {Hash}")]
    private partial void LogNoted(string chain, long sequence, string hash);
}
