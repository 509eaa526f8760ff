using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

internal sealed record SubmissionList(IReadOnlyList<SubmissionEntry> Submissions);

internal sealed record SubmissionEntry(
    string SubmissionId, DateTimeOffset ReceivedAt, string Source, string State, string Sha256, SubmissionCounts? Counts, string Address);

/// <summary>What was received: listed, the latest first, and each with its answer.</summary>
internal static class SubmissionsApi
{
    private const int MostListed = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/mutualisations/{id}/submissions", List).Require(Right.Read)
            .WithSummary("Les envois reçus, le dernier d’abord, 200 au plus.")
            .Answers(() => CollectJson.Answers.SubmissionList);
        api.MapGet("/communities/{siren}/mutualisations/{id}/submissions/{submissionId}", Get).Require(Right.Read)
            .WithSummary("La réponse qu’un envoi a reçue.")
            .Answers(() => CollectJson.Answers.SubmissionAnswer);
    }

    private static async Task<IResult> List(
        string siren, string id, Addressed addressed, SubmissionLog log, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var latest = await log.LatestAsync(community.Siren, mutualisation.Value.Id, MostListed, cancellationToken);
        var entries = latest.Select(s => new SubmissionEntry(
            s.Id.Text,
            s.Id.ReceivedAt,
            s.Terms.Source,
            DomainCode.Of(s.State),
            s.Sha256,
            s.Counts,
            $"/api/communities/{community.Siren}/mutualisations/{mutualisation.Value.Id}/submissions/{s.Id.Text}"));
        return Results.Json(new SubmissionList([.. entries]), CollectJson.Answers.SubmissionList);
    }

    private static async Task<IResult> Get(
        string siren,
        string id,
        string submissionId,
        Addressed addressed,
        SubmissionLog log,
        Journal journal,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        if (!SubmissionId.TryParse(submissionId, out var wanted))
        {
            throw Unknown();
        }

        var (owner, service) = (community.Siren, mutualisation.Value.Id);
        if (await journal.FindAnswerAsync(owner, service, wanted, cancellationToken) is { } answer)
        {
            return Results.Bytes(WrittenAnswer.Read(wanted, answer).Json.ToMemory(), "application/json; charset=utf-8");
        }

        // Once applied, it was answered.
        throw await log.FindAsync(owner, service, wanted, cancellationToken) is { State: SubmissionState.Applied }
            ? new DamagedSubmissionException(wanted, SubmissionPart.Answer)
            : Unknown();
    }

    private static RefusalException Unknown() => EdgeRefusals.SubmissionUnknown.Refused();
}
