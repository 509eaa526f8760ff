using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

internal sealed record NoticePage(IReadOnlyList<NoticeEntry> Notices, string? Next);

internal sealed record NoticeEntry(
    string Id,
    string? Mutualisation,
    string Kind,
    string Occurrence,
    DateOnly On,
    string Recipient,
    string? Member,
    string? Mailbox,
    string Subject,
    string Text,
    string State,
    string? Outcome,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    IReadOnlyList<NoticeAttempt> Attempts);

/// <summary>The outbox: listed with every attempt, and sent again.</summary>
internal static class NoticesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/notices", List).Require(Right.Read)
            .WithSummary("Les rappels et relances, le dernier jour d’abord, avec chaque essai.")
            .Choice("state", DomainCode.All<NoticeState>())
            .Answers(() => NoticesJson.Answers.NoticePage);
        api.MapPost("/communities/{siren}/notices/{noticeId}/attempts", Send).Require(Right.Direct)
            .WithSummary("Renvoie maintenant un avis qui n’est pas parti.")
            .Answers(() => NoticesJson.Answers.NoticeEntry);
    }

    private static async Task<IResult> List(
        HttpContext context,
        string siren,
        string? state,
        string? mutualisation,
        string? after,
        string? limit,
        Addressed addressed,
        NoticeDesk desk,
        CancellationToken cancellationToken)
    {
        var wanted = AskedState.Read<NoticeState>(state);
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var (notices, next) = await desk.PageAsync(
            community.Siren,
            context.Caller(),
            wanted,
            mutualisation,
            after,
            AskedParameter.Limit(limit),
            cancellationToken);
        return Results.Json(new NoticePage([.. notices.Select(Entry)], next), NoticesJson.Answers.NoticePage);
    }

    private static async Task<IResult> Send(string siren, string noticeId, NoticeDesk desk, CancellationToken cancellationToken) =>
        Results.Json(Entry(await desk.SendAsync(siren, noticeId, cancellationToken)), NoticesJson.Answers.NoticeEntry);

    private static NoticeEntry Entry(Notice notice) => new(
        notice.Id,
        notice.Mutualisation,
        DomainCode.Of(notice.Due.Kind),
        notice.Due.Occurrence,
        notice.Due.On,
        DomainCode.Of(notice.Due.Recipient),
        notice.Due.Member?.ToString(),
        notice.Mailbox,
        notice.Due.Subject,
        notice.Due.Text,
        DomainCode.Of(notice.State),
        notice.Outcome,
        notice.CreatedAt,
        notice.State == NoticeState.Pending ? notice.NextAttemptAt : null,
        notice.Attempts);
}
