using System.Text.Json.Serialization;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Store;

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
        api.MapGet(Address, List).Require(Right.Read);
        api.MapGet(Address + "/{period}", Get).Require(Right.Read);
        api.MapPost(Address + "/{period}/approval", Approve).Require(Right.Approve);
        api.MapPost(Address + "/{period}/openings", Open).Require(Right.Direct);
    }

    private static async Task<IResult> List(
        string siren, string id, string? year, Addressed addressed, ClosingStore closings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var entries = await PeriodStates.OfYearAsync(
            community, mutualisation.Value, ClosingTerms.YearOf(year, today), today, closings, cancellationToken);
        return Results.Json(new PeriodList(entries), ApiJson.Answers.PeriodList);
    }

    private static async Task<IResult> Get(
        string siren, string id, string period, Addressed addressed, ClosingStore closings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        return await AnswerAsync(community, mutualisation.Value, ClosingTerms.PeriodOf(period), closings, clock, cancellationToken);
    }

    private static async Task<IResult> Approve(
        HttpContext context,
        string siren,
        string id,
        string period,
        Addressed addressed,
        ClosingStore closings,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = ClosingTerms.PeriodOf(period);
        var request = await Documents.ReadAsync(context.Request, CloseJson.Default.ApprovalRequest, cancellationToken);
        var step = ClosingTerms.StepOf(request);
        var taken = new ApprovalTaken(step, clock.GetUtcNow(), context.Caller().Name, ClosingTerms.ReasonOf(request.Reason, step == ApprovalStep.Return));
        await closings.DecideAsync(
            community.Siren,
            mutualisation.Value.Id,
            asked,
            before => Admitted(context.Caller(), community, mutualisation.Value, step, before).Take(taken) ?? throw new ApiProblemException(
                409,
                "approval.order",
                $"Cette étape ne suit pas l’état de la période ({PeriodStates.Label(before.State)}) : soumettez, puis validez, puis acceptez, ou renvoyez en saisie."),
            cancellationToken);
        return await AnswerAsync(community, mutualisation.Value, asked, closings, clock, cancellationToken);
    }

    // What the community has accepted is the direction's to give and to take back.
    private static PeriodApproval Admitted(
        Caller caller, Community community, Mutualisation mutualisation, ApprovalStep step, PeriodApproval before)
    {
        var isDirections = step == ApprovalStep.Accept || (step == ApprovalStep.Return && before.State == ApprovalState.Accepted);
        return !isDirections || caller.May(Right.Direct, community.Siren, mutualisation)
            ? before
            : throw new ApiProblemException(
                403, "approval.direction", $"Cette étape revient à la direction de {community.Name} : demandez-la-lui.");
    }

    private static async Task<IResult> Open(
        HttpContext context,
        string siren,
        string id,
        string period,
        Addressed addressed,
        ClosingStore closings,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = ClosingTerms.PeriodOf(period);
        var request = await Documents.ReadAsync(context.Request, CloseJson.Default.OpeningRequest, cancellationToken);
        var now = clock.GetUtcNow();
        var opening = new PeriodOpening(
            context.Caller().Name, now, ClosingTerms.UntilOf(request.Until, ParisTime.DateOf(now)), ClosingTerms.ReasonOf(request.Reason, required: true)!);
        await closings.DecideAsync(community.Siren, mutualisation.Value.Id, asked, before => before.Open(opening), cancellationToken);
        return await AnswerAsync(community, mutualisation.Value, asked, closings, clock, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        Community community, Mutualisation mutualisation, Period period, ClosingStore closings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var approvals = await closings.ApprovalsAsync(community.Siren, mutualisation.Id, cancellationToken);
        var years = await closings.YearsAsync(community.Siren, cancellationToken);
        var closed = new ClosedPeriods(community.Name, mutualisation.ClosesAfterDays, approvals, years, today);
        var decided = approvals.GetValueOrDefault(period) ?? PeriodApproval.None;
        return Results.Json(
            new PeriodAnswer(
                period.ToString(),
                period.DueOn,
                DomainCode.Of(decided.State),
                closed.Find(period),
                [.. decided.Taken.Select(t => new ApprovalAnswer(DomainCode.Of(t.Step), t.At, t.By, t.Reason))],
                decided.Openings),
            ApiJson.Answers.PeriodAnswer);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ApprovalRequest))]
[JsonSerializable(typeof(OpeningRequest))]
[JsonSerializable(typeof(FiscalYearRequest))]
internal sealed partial class CloseJson : JsonSerializerContext;
