using System.Text.Json.Serialization;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Http;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

internal sealed record OperationState(
    string OperationId,
    string State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Outcome,
    string? Result);

internal sealed record RunRequest(string? Job);

internal sealed record RunPage(IReadOnlyList<RunEntry> Runs, string? Next);

internal sealed record RunEntry(
    string OperationId,
    string Job,
    string State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Outcome,
    string? LastError,
    string? Result);

internal sealed record RunsStarted(string Job, int Due, IReadOnlyList<string> Operations);

/// <summary>Work that goes on after its answer: followed, and started without waiting for its timer.</summary>
internal static class OperationsApi
{
    private const string Collect = "collect";
    private const string Review = "review";

    private static readonly IReadOnlyList<string> Startable = [Collect, Review, ReminderDays.Job];

    private static readonly IReadOnlyList<string> Jobs = [.. RunQueues.Jobs, ReminderDays.Job];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/operations/{operationId}", Get).Require(Right.Known)
            .WithSummary("Où en est une opération, et où est son résultat.")
            .Answers(() => OperateJson.Answers.OperationState);
        api.MapGet("/runs", List).Require(Right.Administer)
            .WithSummary("Les exécutions, la dernière demandée d’abord.")
            .Choice("job", Jobs)
            .Choice("state", DomainCode.All<RunState>())
            .Answers(() => OperateJson.Answers.RunPage);
        api.MapPost("/runs", RunNow).Require(Right.Administer)
            .WithSummary("Exécute maintenant ce que la minuterie exécuterait.")
            .Takes(() => OperateRequestJson.Default.RunRequest)
            .Answers(() => OperateJson.Answers.RunsStarted);
    }

    private static async Task<IResult> Get(
        HttpContext context, string operationId, RunLedger runs, CancellationToken cancellationToken)
    {
        var run = context.Caller().MayFollow(operationId) ? await runs.FindAsync(operationId, cancellationToken) : null;
        if (run is null)
        {
            throw EdgeRefusals.OperationUnknown.Refused();
        }

        return Results.Json(
            new OperationState(
                run.OperationId,
                DomainCode.Of(run.State),
                run.Attempts,
                run.CreatedAt,
                run.FinishedAt,
                run.Outcome,
                run.Result),
            OperateJson.Answers.OperationState);
    }

    private static async Task<IResult> List(
        string? job, string? state, string? after, string? limit, RunList list, CancellationToken cancellationToken)
    {
        if (job is not null && !Jobs.Contains(job))
        {
            throw EdgeRefusals.JobUnknown.Refused(string.Join(", ", Jobs));
        }

        var wanted = AskedState.Read<RunState>(state);
        try
        {
            var (runs, next) = await list.PageAsync(
                job is null ? Jobs : [job], wanted, after, AskedParameter.Limit(limit), cancellationToken);
            return Results.Json(new RunPage([.. runs.Select(Entry)], next), OperateJson.Answers.RunPage);
        }
        catch (FormatException)
        {
            throw EdgeRefusals.PageInvalid.Refused();
        }
    }

    private static RunEntry Entry(Run run) => new(
        run.OperationId,
        run.Job,
        DomainCode.Of(run.State),
        run.Attempts,
        run.CreatedAt,
        run.FinishedAt,
        run.Outcome,
        run.LastError,
        run.Result);

    private static async Task<IResult> RunNow(
        HttpContext context,
        string? dryRun,
        CollectPlan collect,
        ReviewPlan review,
        ReminderDays reminders,
        CancellationToken cancellationToken)
    {
        var isTried = AskedParameter.Flag(dryRun, EdgeRefusals.DryRunUnknown);
        var request = await Documents.ReadAsync(context.Request, OperateRequestJson.Default.RunRequest, cancellationToken);
        var due = request.Job switch
        {
            Collect => isTried ? await collect.DueAsync(cancellationToken) : IdsOf(await collect.AskForDueAsync(cancellationToken)),
            Review => isTried ? await review.DueAsync(cancellationToken) : IdsOf(await review.AskForDueAsync(cancellationToken)),
            ReminderDays.Job => isTried ? await reminders.DueAsync(cancellationToken) : IdsOf(await reminders.CatchUpAsync(cancellationToken)),
            _ => throw EdgeRefusals.JobUnknown.RefusedAs(RefusalKind.Invalid, string.Join(", ", Startable)),
        };
        return Results.Json(new RunsStarted(request.Job, due.Count, due), OperateJson.Answers.RunsStarted);
    }

    private static IReadOnlyList<string> IdsOf(IReadOnlyList<Run> runs) => [.. runs.Select(r => r.OperationId)];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(RunRequest))]
internal sealed partial class OperateRequestJson : JsonSerializerContext;
