using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

internal sealed record SubscriptionList(IReadOnlyList<SubscriptionEntry> Subscriptions);

internal sealed record SubscriptionEntry(
    string Kind,
    string? Mutualisation,
    string To,
    string? Member,
    string? Mailbox,
    string As,
    bool Muted,
    IReadOnlyList<string>? WithoutMailbox,
    DeliveredReport? LastSent,
    int Lost,
    DeliveredReport? LastLost);

internal sealed record DeliveredReport(string Notice, string? Mutualisation, DateOnly On, DateTimeOffset? At, string Subject, string? Outcome);

/// <summary>Who receives which report, and what became of it.</summary>
internal static class SubscriptionsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/communities/{siren}/subscriptions", List).Require(Right.Read)
            .WithSummary("Qui reçoit quel rapport, et ce qui en est advenu sur 400 jours.")
            .Answers(() => NoticesJson.Answers.SubscriptionList);

    private static async Task<IResult> List(
        HttpContext context, string siren, Addressed addressed, SubscriptionStandings standings, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var listed = await standings.OfAsync(community, context.Caller(), cancellationToken);
        return Results.Json(new SubscriptionList([.. listed.Select(Entry)]), NoticesJson.Answers.SubscriptionList);
    }

    private static SubscriptionEntry Entry(SubscriptionStanding standing)
    {
        var (subscription, _, mailbox, without, isMuted, sent, lost) = standing;
        return new SubscriptionEntry(
            DomainCode.Of(subscription.Kind),
            subscription.Mutualisation,
            DomainCode.Of(subscription.To),
            subscription.Member?.ToString(),
            mailbox,
            DomainCode.Of(subscription.Form),
            isMuted,
            without.Count == 0 ? null : [.. without.Select(m => m.Id)],
            sent is null ? null : Delivered(sent),
            lost.Count,
            lost is [var latest, ..] ? Delivered(latest) : null);
    }

    private static DeliveredReport Delivered(Notice notice) => new(
        notice.Id, notice.Mutualisation, notice.Due.On, notice.Attempts is [.., var last] ? last.At : null, notice.Due.Subject, notice.Outcome);
}
