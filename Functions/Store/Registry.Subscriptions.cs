using Evaluation.Core.Communities;

namespace Evaluation.Functions.Store;

/// <content>Who receives which report: a part of the declaration of a community.</content>
internal sealed partial class Registry
{
    /// <summary>Decides who receives which report, on what is declared; nothing else of the declaration moves, nor any figure.</summary>
    /// <param name="siren">Of a community that is declared.</param>
    /// <param name="decide">Gives the subscriptions that take the place of those that are there; null where they stay.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether they changed.</returns>
    public async Task<bool> DecideSubscriptionsAsync(
        Siren siren, Func<Community, IReadOnlyList<Subscription>?> decide, CancellationToken cancellationToken)
    {
        var (_, changed) = await documents.DecideAsync(
            siren.ToString(),
            CommunityRow,
            found => found is not null && decide(ReadCommunity(found).Value) is { } after
                ? Write(
                    Parse(found, StoreJson.Documents.CommunityDocument) with { Subscriptions = after.Count == 0 ? null : [.. after.Select(s => s.Written())] },
                    StoreJson.Documents.CommunityDocument)
                : null,
            PutTerms.Always,
            cancellationToken,
            _ => true);
        return changed;
    }
}
