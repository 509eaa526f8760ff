using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>How every source fares: table <c>Sources</c>, partition the community, row the mutualisation.</summary>
internal sealed class SourceStates(Table table, TimeProvider clock)
{
    /// <summary>
    /// The state of a source as it is declared now. One that is new, or was changed, starts afresh at this instant,
    /// and that is noted.
    /// </summary>
    public async Task<SourceState> OfAsync(
        Siren siren, string mutualisation, FeedSource source, CancellationToken cancellationToken)
    {
        var (state, isKnown) = await AsDeclaredAsync(siren, mutualisation, source, cancellationToken);
        if (!isKnown)
        {
            await PutAsync(siren, mutualisation, state, cancellationToken);
        }

        return state;
    }

    /// <summary>The same, and whether it was known; nothing is noted.</summary>
    public async Task<(SourceState State, bool IsKnown)> AsDeclaredAsync(
        Siren siren, string mutualisation, FeedSource source, CancellationToken cancellationToken)
    {
        var known = await FindAsync(siren, mutualisation, cancellationToken);
        return known?.Declaration == SourceState.DeclarationOf(source)
            ? (known, true)
            : (SourceState.New(source, clock.GetUtcNow()), false);
    }

    /// <summary>Notes how a source fares.</summary>
    public Task PutAsync(Siren siren, string mutualisation, SourceState state, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Entity(siren, mutualisation, state), TableUpdateMode.Replace, cancellationToken);

    private async Task<SourceState?> FindAsync(Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(
            TableKey.Join(siren.ToString()), TableKey.Join(mutualisation), cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    private static TableEntity Entity(Siren siren, string mutualisation, SourceState state) =>
        new(TableKey.Join(siren.ToString()), TableKey.Join(mutualisation))
        {
            ["Declaration"] = state.Declaration,
            ["DeclaredAt"] = state.DeclaredAt,
            ["LastAttemptAt"] = state.LastAttemptAt,
            ["LastSuccessAt"] = state.LastSuccessAt,
            ["LastOutcome"] = state.LastOutcome,
            ["LastError"] = state.LastError,
            ["Failures"] = state.Failures,
            ["RetryAt"] = state.RetryAt,
            ["IsSuspended"] = state.IsSuspended,
            ["MarkAgainst"] = state.Mark?.Against,
            ["MarkSha256"] = state.Mark?.BodySha256,
            ["MarkEntityTag"] = state.Mark?.EntityTag,
            ["MarkLastModified"] = state.Mark?.LastModified,
        };

    private static SourceState Read(TableEntity entity) => new(
        entity.GetString("Declaration") ?? "", entity.GetDateTimeOffset("DeclaredAt") ?? default)
    {
        LastAttemptAt = entity.GetDateTimeOffset("LastAttemptAt"),
        LastSuccessAt = entity.GetDateTimeOffset("LastSuccessAt"),
        LastOutcome = entity.GetString("LastOutcome"),
        LastError = entity.GetString("LastError"),
        Failures = entity.GetInt32("Failures") ?? 0,
        RetryAt = entity.GetDateTimeOffset("RetryAt"),
        IsSuspended = entity.GetBoolean("IsSuspended") ?? false,
        Mark = entity.GetString("MarkAgainst") is { } against && entity.GetString("MarkSha256") is { } sha256
            ? new FeedMark(against, sha256, entity.GetString("MarkEntityTag"), entity.GetDateTimeOffset("MarkLastModified"))
            : null,
    };
}
