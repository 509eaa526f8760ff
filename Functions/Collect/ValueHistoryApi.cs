using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Store;

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
        api.MapGet("/communities/{siren}/mutualisations/{id}/values/history", History).Require(Right.Read);

    private static async Task<IResult> History(
        string siren,
        string id,
        string? indicator,
        string? member,
        string? period,
        Addressed addressed,
        ValueStore values,
        SubmissionLog log,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var key = KeyOf(community, indicator, member, period);
        var revisions = await values.RevisionsAsync(community.Siren, mutualisation.Value.Id, key, cancellationToken);
        if (revisions.Count == 0)
        {
            throw new ApiProblemException(
                404, "value.unknown", "Aucune valeur n’a été donnée à cet endroit : vérifiez l’indicateur, le membre et la période.");
        }

        var submissions = await Task.WhenAll(revisions.Select(r => r.Submission).Distinct().Select(submission =>
            log.FindAsync(community.Siren, mutualisation.Value.Id, new SubmissionId(submission), cancellationToken)));
        var terms = submissions.OfType<LoggedSubmission>().ToDictionary(s => s.Id.Text, s => s.Terms, StringComparer.Ordinal);
        return Results.Json(
            new ValueHistory(
                key.Indicator,
                key.Member?.ToString(),
                key.Period.ToString(),
                [.. revisions.Select(r => Revision(r, terms.GetValueOrDefault(r.Submission)))]),
            ApiJson.Answers.ValueHistory);
    }

    private static ValueKey KeyOf(Community community, string? indicator, string? member, string? period)
    {
        if (Catalogue.Standard.Find(indicator) is not { } definition)
        {
            throw new ApiProblemException(404, "indicator.unknown", "Cet indicateur n’existe pas : donnez un code de /api/catalogue.");
        }

        if (!Period.TryParse(period, out var read) || read.Periodicity != definition.Periodicity)
        {
            throw new ApiProblemException(
                400, "period.invalid", $"La période manque ou n’a pas la périodicité de l’indicateur : écrivez par exemple {Period.Of(2025, definition.Periodicity, 1)}.");
        }

        var who = member is null
            ? null
            : community.Find(member)
                ?? throw new ApiProblemException(404, "member.unknown", "Ce membre n’existe pas : vérifiez le SIREN ou le code Insee.");
        return new ValueKey(definition.Code, who?.Siren, read);
    }

    private static ValueRevision Revision(ValueCell cell, SubmissionTerms? terms) => new(
        cell.Revision,
        cell.IsDeleted ? true : null,
        cell.Value?.ToString(CultureInfo.InvariantCulture),
        cell.IsDeleted ? null : DomainCode.Of(cell.Status),
        cell.IsDeleted ? null : DomainCode.Of(cell.Quality),
        cell.Comment,
        cell.Submission,
        new SubmissionId(cell.Submission).ReceivedAt,
        terms?.Source,
        terms?.Caller,
        terms?.Reason);
}
