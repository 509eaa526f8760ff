using Evaluation.Core.Communities;
using Evaluation.Functions.Operate.Notices;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form about subscriptions. A confirmation is shown while it is true.</summary>
internal static class SubscriptionOutcome
{
    /// <param name="community">Whose.</param>
    /// <param name="listed">The subscriptions that the page tells of now.</param>
    /// <param name="added">Id of the one that was asked for; null for none.</param>
    /// <param name="removed">Id of the one that was taken away; null for none.</param>
    public static PageOutcome? Of(Community community, IReadOnlyList<SubscriptionStanding> listed, string? added, string? removed) =>
        added is not null && listed.FirstOrDefault(s => s.Subscription.Id == added) is { } there
            ? PageOutcome.Done($"Abonnement enregistré : {SubscriptionWords.Whole(there, community)}.")
            : removed is not null && listed.All(s => s.Subscription.Id != removed) ? PageOutcome.Done("Cet abonnement est retiré : rien ne partira plus.")
            : null;
}
