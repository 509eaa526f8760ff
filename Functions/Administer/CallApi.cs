using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer;

internal sealed record CallList(int Year, IReadOnlyList<CallEntry> Calls);

internal sealed record CallEntry(
    string Call,
    Siren Member,
    CallKind Kind,
    DateOnly CalledOn,
    decimal Amount,
    CallState State,
    DateOnly? Since,
    string? Comment,
    DateTimeOffset? At,
    string? By);

/// <summary>What was called from members for a year, and where each call stands.</summary>
internal static class CallApi
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/years/{year}/calls";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Address, List).Require(Right.Read)
            .WithSummary("Ce qui a été appelé aux membres pour une année, et où en est chaque appel.")
            .Answers(() => CallJson.Answers.CallList);
        api.MapGet(Address + "/proposed", Proposed).Require(Right.Read)
            .WithSummary("Les acomptes que propose la prévision de l’année.")
            .Answers(() => CallJson.Answers.ProposedCalls);
        api.MapPost(Address + "/proposed", Take).Require(Right.KeepAccounts)
            .WithSummary("Inscrit les acomptes proposés parmi les coûts de l’année.")
            .Answers(() => CallJson.Answers.CallList);
        api.MapPut(Address + "/{call}/state", Say).Require(Right.KeepAccounts)
            .WithSummary("Dit où en est un appel : payé, contesté…")
            .Takes(() => CallRequestJson.Default.CallStandingDocument)
            .Answers(() => CallJson.Answers.CallList);
    }

    private static async Task<IResult> List(
        string siren, string id, string year, Addressed addressed, CallDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        return Answer(asked, await desk.OfYearThereAsync(community, mutualisation.Value, asked, cancellationToken));
    }

    private static async Task<IResult> Proposed(
        string siren, string id, string year, Addressed addressed, CallDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var proposed = await desk.ProposeAsync(community, mutualisation.Value, asked, cancellationToken);
        return Results.Json(proposed, CallJson.Answers.ProposedCalls);
    }

    private static async Task<IResult> Take(
        string siren, string id, string year, Addressed addressed, CallDesk desk, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        await desk.TakeAsync(community, mutualisation.Value, asked, cancellationToken);
        return Answer(asked, await desk.OfYearAsync(community, mutualisation.Value, asked, cancellationToken));
    }

    private static async Task<IResult> Say(
        HttpContext context,
        string siren,
        string id,
        string year,
        string call,
        Addressed addressed,
        CallDesk desk,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        var sent = await Documents.ReadAsync(context.Request, CallRequestJson.Default.CallStandingDocument, cancellationToken);
        await desk.SayAsync(context.Caller(), community, mutualisation.Value, asked, call, sent, cancellationToken);
        return Answer(asked, await desk.OfYearAsync(community, mutualisation.Value, asked, cancellationToken));
    }

    private static IResult Answer(int year, IReadOnlyList<KnownCall> calls) => Results.Json(
        new CallList(year, [.. calls.Select(c => new CallEntry(
            c.Id,
            c.Call.Member,
            c.Call.Kind,
            c.Call.CalledOn,
            c.Call.Amount,
            c.State,
            c.Told?.Standing.On,
            c.Told?.Standing.Comment,
            c.Told?.At,
            c.Told?.By))]),
        CallJson.Answers.CallList);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SirenConverter), typeof(CamelCaseName<CallKind>), typeof(CamelCaseName<CallState>)])]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(ProposedCalls))]
internal sealed partial class CallJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static CallJson Answers => field ??= new(ReadableJson.Of(Default));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(CallStandingDocument))]
internal sealed partial class CallRequestJson : JsonSerializerContext;
