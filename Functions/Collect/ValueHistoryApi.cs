using System.Globalization;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Collect;

internal sealed record ValueHistory(
    string Indicator, string? Member, string Period, IReadOnlyList<ValueRevision> Revisions);

/// <summary>A revision of a value: what it said, when it came, from what, by whom and why.</summary>
internal sealed record ValueRevision(
    int Revision,
    bool? Deleted,
    string? Value,
    string? Status,
    string? Quality,
    string? Comment,
    string SubmissionId,
    DateTimeOffset ReceivedAt,
    string? Source,
    string? Caller,
    string? Reason);

/// <summary>Every revision of a value, the first first.</summary>
internal static class ValueHistoryApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/communities/{siren}/mutualisations/{id}/values/history", History).Require(Right.Read)
            .WithSummary("Toutes les révisions d’une valeur : quand, d’où, par qui, pourquoi.")
            .Needs("indicator", "period")
            .Answers(() => CollectJson.Answers.ValueHistory);

    private static async Task<IResult> History(
        string siren,
        string id,
        string? indicator,
        string? member,
        string? period,
        Addressed addressed,
        ValueHistories histories,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var (_, key) = ValueHistories.Named(community, indicator, member, period);
        var revisions = await histories.OfAsync(community, mutualisation.Value, key, cancellationToken);
        return Results.Json(
            new ValueHistory(key.Indicator, key.Member?.ToString(), key.Period.ToString(), [.. revisions.Select(Revision)]),
            CollectJson.Answers.ValueHistory);
    }

    private static ValueRevision Revision(SentRevision sent) => new(
        sent.Cell.Revision,
        sent.Cell.IsDeleted ? true : null,
        sent.Cell.Value?.ToString(CultureInfo.InvariantCulture),
        sent.Cell.IsDeleted ? null : DomainCode.Of(sent.Cell.Status),
        sent.Cell.IsDeleted ? null : DomainCode.Of(sent.Cell.Quality),
        sent.Cell.Comment,
        sent.Cell.Submission,
        sent.ReceivedAt,
        sent.Terms?.Source,
        sent.Terms?.Caller,
        sent.Terms?.Reason);
}
