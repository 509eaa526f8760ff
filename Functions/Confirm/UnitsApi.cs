using System.Text.Json.Serialization;
using Evaluation.Core.Confirmations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Confirm;

internal sealed record UnitsList(int Year, IReadOnlyList<UnitsEntry> Units, RatingsEntry Ratings);

internal sealed record RatingsEntry(int Count, decimal? Average);

/// <summary>The units that the share of a member rests on: the member confirms or contests them, the provider answers.</summary>
internal static class UnitsApi
{
    private const string Service = "/communities/{siren}/mutualisations/{id}";
    private const string Address = Service + "/members/{member}/units/{period}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Service + "/units", List).Require(Right.Read)
            .WithSummary("Les unités de tous les membres sur une année : confirmées, contestées, sans réponse, et les notes données au service.")
            .Answers(() => ConfirmJson.Answers.UnitsList);
        api.MapGet(Address, Get).Require(Right.ReadMember)
            .WithSummary("Les unités d’un membre sur une période, et ce qu’il en a dit.")
            .Gives(() => ConfirmJson.Answers.UnitsEntry);
        api.MapPut(Address, Put).Require(Right.Confirm)
            .WithSummary("Un membre confirme ou conteste ses unités, et peut noter le service.")
            .Puts(() => StoreJson.Documents.UnitsAnswerDocument);
        api.MapPost(Address + "/reply", Reply).Require(Right.Approve)
            .WithSummary("Le porteur du service maintient les unités contestées et dit pourquoi.")
            .Takes(() => StoreJson.Documents.UnitsReplyDocument)
            .Gives(() => StoreJson.Documents.UnitsAnswerDocument)
            .Conditional();
    }

    private static async Task<IResult> List(
        string siren,
        string id,
        string? year,
        Addressed addressed,
        UnitsOverview overview,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var shown = await overview.OfAsync(community, mutualisation.Value, YearAsked.OrLast(year, overview.Today), cancellationToken);
        return Results.Json(
            new UnitsList(
                shown.Year,
                shown.Entries,
                new RatingsEntry(shown.Ratings.Count, shown.Ratings.Average)),
            ConfirmJson.Answers.UnitsList);
    }

    private static async Task<IResult> Get(
        HttpContext context,
        string siren,
        string id,
        string member,
        string period,
        Addressed addressed,
        UnitsDesk desk,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var found = await desk.FindAsync(
            community, mutualisation.Value, Addressed.Member(community, member), PeriodAsked.Of(period), cancellationToken);
        if (found.Kept is { } kept)
        {
            context.Response.Headers.ETag = kept.Stored.Tag;
        }

        return Results.Json(UnitsEntries.Of(found.Standing, found.Kept), ConfirmJson.Answers.UnitsEntry);
    }

    private static async Task Put(
        HttpContext context,
        string siren,
        string id,
        string member,
        string period,
        string? dryRun,
        Addressed addressed,
        UnitsDesk desk,
        CancellationToken cancellationToken)
    {
        var terms = Documents.TermsOf(context.Request, dryRun);
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var (of, asked) = (Addressed.Member(community, member), PeriodAsked.Of(period));
        var document = await Documents.ReadAsync(context.Request, StoreJson.Documents.UnitsAnswerDocument, cancellationToken);
        var (stored, changed) = await desk.AnswerAsync(
            context.Caller(), community, mutualisation.Value, of, asked, document, terms, cancellationToken);
        await Documents.AnswerPutAsync(context, stored, changed, terms);
    }

    private static async Task<IResult> Reply(
        HttpContext context,
        string siren,
        string id,
        string member,
        string period,
        Addressed addressed,
        UnitsDesk desk,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var (of, asked) = (Addressed.Member(community, member), PeriodAsked.Of(period));
        var document = await Documents.ReadAsync(context.Request, StoreJson.Documents.UnitsReplyDocument, cancellationToken);
        var stored = await desk.MaintainAsync(
            community,
            mutualisation.Value,
            of,
            asked,
            document,
            Documents.TermsOf(context.Request, null),
            cancellationToken);
        context.Response.Headers.ETag = stored.Tag;
        return Results.Bytes(stored.Json.ToMemory(), "application/json; charset=utf-8");
    }
}

/// <summary>Answers about units.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UnitsList))]
[JsonSerializable(typeof(UnitsEntry))]
internal sealed partial class ConfirmJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static ConfirmJson Answers => field ??= new(ReadableJson.Of(Default));
}
