using System.Text.Json.Serialization;
using Evaluation.Core.Closing;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Close;

internal sealed record PeriodList(IReadOnlyList<PeriodEntry> Periods);

internal sealed record PeriodEntry(string Period, DateOnly DueOn, string State, ClosedPeriod? Closed, DateOnly? OpenUntil);

internal sealed record PeriodAnswer(
    string Period,
    DateOnly DueOn,
    string State,
    ClosedPeriod? Closed,
    IReadOnlyList<ApprovalAnswer> Steps,
    IReadOnlyList<PeriodOpening> Openings);

internal sealed record ApprovalAnswer(string Step, DateTimeOffset At, string By, string? Reason);

internal sealed record ApprovalRequest(string? Step, string? Reason);

internal sealed record OpeningRequest(string? Until, string? Reason);

/// <summary>Periods of a pooled service: their approval, step by step, and their opening once closed.</summary>
internal static class PeriodsApi
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/periods";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Address, List).Require(Right.Read)
            .WithSummary("Les périodes d’une année, chacune avec son état.")
            .Answers(() => CloseJson.Answers.PeriodList);
        api.MapGet(Address + "/{period}", Get).Require(Right.Read)
            .WithSummary("Où en est une période : approbation, clôture, ouvertures.")
            .Answers(() => CloseJson.Answers.PeriodAnswer);
        api.MapPost(Address + "/{period}/approval", Approve).Require(Right.Approve)
            .WithSummary("Fait un pas de l’approbation d’une période : soumettre, valider, accepter, renvoyer.")
            .Takes(() => CloseRequestJson.Default.ApprovalRequest)
            .Answers(() => CloseJson.Answers.PeriodAnswer);
        api.MapPost(Address + "/{period}/openings", Open).Require(Right.Direct)
            .WithSummary("Ouvre une période close jusqu’à un jour, avec un motif.")
            .Takes(() => CloseRequestJson.Default.OpeningRequest)
            .Answers(() => CloseJson.Answers.PeriodAnswer);
    }

    private static async Task<IResult> List(
        string siren, string id, string? year, Addressed addressed, PeriodDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var standings = await desk.OfYearAsync(
            community, mutualisation.Value, YearAsked.OrRunning(year, desk.Today), cancellationToken);
        return Results.Json(
            new PeriodList([.. standings.Select(s => new PeriodEntry(
                s.Period.ToString(), s.Period.DueOn, DomainCode.Of(s.Decided.State), s.Closed, s.Opening?.Until))]),
            CloseJson.Answers.PeriodList);
    }

    private static async Task<IResult> Get(
        string siren, string id, string period, Addressed addressed, PeriodDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        return Answer(await desk.OfAsync(community, mutualisation.Value, PeriodAsked.Of(period), cancellationToken));
    }

    private static async Task<IResult> Approve(
        HttpContext context, string siren, string id, string period, Addressed addressed, PeriodDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = PeriodAsked.Of(period);
        var request = await Documents.ReadAsync(context.Request, CloseRequestJson.Default.ApprovalRequest, cancellationToken);
        await desk.ApproveAsync(context.Caller(), community, mutualisation.Value, asked, request, cancellationToken);
        return Answer(await desk.OfAsync(community, mutualisation.Value, asked, cancellationToken));
    }

    private static async Task<IResult> Open(
        HttpContext context, string siren, string id, string period, Addressed addressed, PeriodDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = PeriodAsked.Of(period);
        var request = await Documents.ReadAsync(context.Request, CloseRequestJson.Default.OpeningRequest, cancellationToken);
        await desk.OpenAsync(context.Caller(), community, mutualisation.Value, asked, request, cancellationToken);
        return Answer(await desk.OfAsync(community, mutualisation.Value, asked, cancellationToken));
    }

    private static IResult Answer(PeriodStanding standing) => Results.Json(
        new PeriodAnswer(
            standing.Period.ToString(),
            standing.Period.DueOn,
            DomainCode.Of(standing.Decided.State),
            standing.Closed,
            [.. standing.Decided.Taken.Select(t => new ApprovalAnswer(DomainCode.Of(t.Step), t.At, t.By, t.Reason))],
            standing.Decided.Openings),
        CloseJson.Answers.PeriodAnswer);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ApprovalRequest))]
[JsonSerializable(typeof(OpeningRequest))]
[JsonSerializable(typeof(FiscalYearRequest))]
[JsonSerializable(typeof(SettlingRequest))]
internal sealed partial class CloseRequestJson : JsonSerializerContext;
