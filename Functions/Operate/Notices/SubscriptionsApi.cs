using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

internal sealed record SubscriptionList(IReadOnlyList<SubscriptionEntry> Subscriptions);

internal sealed record SubscriptionEntry(
    string Id,
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

internal sealed record SubscribedEntry(string Id, string Kind, string? Mutualisation, string To, string? Member, string? Mailbox, string As)
{
    public static SubscribedEntry Of(Subscription subscription) => new(
        subscription.Id,
        DomainCode.Of(subscription.Kind),
        subscription.Mutualisation,
        DomainCode.Of(subscription.To),
        subscription.Member?.ToString(),
        subscription.Mailbox,
        DomainCode.Of(subscription.Form));
}

internal sealed record DeliveredReport(string Notice, string? Mutualisation, DateOnly On, DateTimeOffset? At, string Subject, string? Outcome);

/// <summary>Who receives which report, and what became of it; subscribed and unsubscribed by the direction, or by a member for itself.</summary>
internal static class SubscriptionsApi
{
    private const string OfCommunity = "/communities/{siren}/subscriptions";
    private const string OfMember = "/communities/{siren}/members/{member}/subscriptions";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(OfCommunity, List).Require(Right.Read)
            .WithSummary("Qui reçoit quel rapport, et ce qui en est advenu sur 400 jours.")
            .Answers(() => NoticesJson.Answers.SubscriptionList);
        api.MapPost(OfCommunity, Add).Require(Right.Direct)
            .WithSummary("Abonne une personne ou une adresse à un rapport.")
            .Takes(() => StoreJson.Documents.SubscriptionDocument)
            .Answers(() => NoticesJson.Answers.SubscribedEntry)
            .Answers(() => NoticesJson.Answers.SubscribedEntry, StatusCodes.Status201Created);
        api.MapDelete(OfCommunity + "/{subscription}", Remove).Require(Right.Direct)
            .WithSummary("Retire un abonnement.")
            .AnswersNothing();
        api.MapGet(OfMember, ListOfMember).Require(Right.ReadMember)
            .WithSummary("Ce qu’un membre reçoit.")
            .Answers(() => NoticesJson.Answers.SubscriptionList);
        api.MapPost(OfMember, AddOfMember).Require(Right.Confirm)
            .WithSummary("Un membre s’abonne à sa fiche ou aux rapports de ses services.")
            .Takes(() => SubscriptionRequestJson.Default.MemberSubscriptionRequest)
            .Answers(() => NoticesJson.Answers.SubscribedEntry)
            .Answers(() => NoticesJson.Answers.SubscribedEntry, StatusCodes.Status201Created);
        api.MapDelete(OfMember + "/{subscription}", RemoveOfMember).Require(Right.Confirm)
            .WithSummary("Un membre se désabonne.")
            .AnswersNothing();
    }

    private static async Task<IResult> List(
        HttpContext context, string siren, Addressed addressed, SubscriptionStandings standings, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        return Listed(await standings.OfAsync(community, context.Caller(), cancellationToken));
    }

    private static async Task<IResult> Add(
        HttpContext context, string siren, Addressed addressed, SubscriptionDesk desk, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var sent = await Documents.ReadAsync(context.Request, StoreJson.Documents.SubscriptionDocument, cancellationToken);
        return Added(await desk.AddAsync(community, sent, cancellationToken));
    }

    private static async Task<IResult> Remove(
        string siren, string subscription, Addressed addressed, SubscriptionDesk desk, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        await desk.RemoveAsync(community, subscription, null, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> ListOfMember(
        HttpContext context, string siren, string member, Addressed addressed, SubscriptionStandings standings, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        return Listed(await standings.OfMemberAsync(community, Addressed.Member(community, member), context.Caller(), cancellationToken));
    }

    private static async Task<IResult> AddOfMember(
        HttpContext context, string siren, string member, Addressed addressed, SubscriptionDesk desk, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var of = Addressed.Member(community, member);
        var sent = await Documents.ReadAsync(context.Request, SubscriptionRequestJson.Default.MemberSubscriptionRequest, cancellationToken);
        return Added(await desk.AddAsync(community, of, sent, cancellationToken));
    }

    private static async Task<IResult> RemoveOfMember(
        string siren, string member, string subscription, Addressed addressed, SubscriptionDesk desk, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        await desk.RemoveAsync(community, subscription, Addressed.Member(community, member), cancellationToken);
        return Results.NoContent();
    }

    private static IResult Listed(IReadOnlyList<SubscriptionStanding> standings) =>
        Results.Json(new SubscriptionList([.. standings.Select(Entry)]), NoticesJson.Answers.SubscriptionList);

    private static IResult Added((Subscription Subscription, bool IsNew) added) => Results.Json(
        SubscribedEntry.Of(added.Subscription),
        NoticesJson.Answers.SubscribedEntry,
        statusCode: added.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    private static SubscriptionEntry Entry(SubscriptionStanding standing)
    {
        var (subscription, _, mailbox, without, isMuted, sent, lost) = standing;
        return new SubscriptionEntry(
            subscription.Id,
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

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(MemberSubscriptionRequest))]
internal sealed partial class SubscriptionRequestJson : JsonSerializerContext;
