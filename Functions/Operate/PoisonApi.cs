using System.Text.Json.Serialization;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

internal sealed record PoisonList(IReadOnlyList<PoisonEntry> Messages);

internal sealed record PoisonEntry(
    string Id,
    string Queue,
    string State,
    string Cause,
    string Body,
    DateTimeOffset FirstSeenAt,
    int Attempts,
    string? OperationId,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Reason);

internal sealed record DropRequest(string? Reason);

/// <summary>Messages that were put aside: listed, sent back, given up.</summary>
internal static class PoisonApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/poison", List).Require(Right.Administer)
            .WithSummary("Les messages mis de côté, le dernier d’abord, 200 au plus.")
            .Choice("state", DomainCode.All<PoisonState>())
            .Answers(() => OperateJson.Answers.PoisonList);
        api.MapPost("/poison/{id}/replay", Replay).Require(Right.Administer)
            .WithSummary("Relance un message mis de côté.")
            .Means("id", "Identifiant du message mis de côté.")
            .Answers(() => OperateJson.Answers.PoisonEntry, StatusCodes.Status202Accepted);
        api.MapPost("/poison/{id}/drop", Drop).Require(Right.Administer)
            .WithSummary("Abandonne un message mis de côté, avec un motif.")
            .Means("id", "Identifiant du message mis de côté.")
            .Takes(() => PoisonJson.Default.DropRequest)
            .Answers(() => OperateJson.Answers.PoisonEntry);
    }

    private static async Task<IResult> List(string? state, PoisonDesk desk, CancellationToken cancellationToken)
    {
        var wanted = AskedState.Read<PoisonState>(state);
        var messages = await desk.ListAsync(wanted, cancellationToken);
        return Results.Json(new PoisonList([.. messages.Select(Entry)]), OperateJson.Answers.PoisonList);
    }

    private static async Task<IResult> Replay(HttpContext context, string id, PoisonDesk desk, CancellationToken cancellationToken)
    {
        var replayed = await desk.ReplayAsync(id, context.Caller(), cancellationToken);
        return Results.Json(Entry(replayed), OperateJson.Answers.PoisonEntry, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Drop(HttpContext context, string id, PoisonDesk desk, CancellationToken cancellationToken)
    {
        var request = await Documents.ReadAsync(context.Request, PoisonJson.Default.DropRequest, cancellationToken);
        var dropped = await desk.DropAsync(id, context.Caller(), request.Reason, cancellationToken);
        return Results.Json(Entry(dropped), OperateJson.Answers.PoisonEntry);
    }

    private static PoisonEntry Entry(PoisonedMessage message) => new(
        message.Id,
        message.Queue,
        DomainCode.Of(message.State),
        message.Cause,
        message.Body,
        message.FirstSeenAt,
        message.Attempts,
        message.OperationId,
        message.DecidedBy,
        message.DecidedAt,
        message.Reason);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(DropRequest))]
internal sealed partial class PoisonJson : JsonSerializerContext;
