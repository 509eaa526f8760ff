using System.Text.Json.Serialization;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Decide;

/// <summary>A version of a report is validated, then transmitted.</summary>
internal static class ReportActsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost(ReportAddress.Template + "/validation", Validate).Require(Right.Direct)
            .WithSummary("Valide une version d’une évaluation annuelle.")
            .Choice("kind", ReportAddress.Kinds(isOfCommunity: false))
            .Takes(() => DecideRequestJson.Default.ValidationRequest)
            .Answers(() => ReportsJson.Answers.ReportEntry);
        api.MapPost(ReportAddress.Template + "/transmission", Transmit).Require(Right.Direct)
            .WithSummary("Transmet une version validée aux membres du service : les communes la lisent dès lors.")
            .Choice("kind", ReportAddress.Kinds(isOfCommunity: false))
            .Takes(() => DecideRequestJson.Default.TransmissionRequest)
            .Answers(() => ReportsJson.Answers.ReportEntry);
    }

    private static async Task<IResult> Validate(
        HttpContext context,
        [AsParameters] ReportAddress address,
        Addressed addressed,
        ReportActsDesk desk,
        CancellationToken cancellationToken)
    {
        var (_, mutualisation, key) = await address.FindAsync(addressed, cancellationToken);
        var request = await Documents.ReadAsync(context.Request, DecideRequestJson.Default.ValidationRequest, cancellationToken);
        return Answer(await desk.ValidateAsync(context.Caller(), mutualisation, key, address.Version, request, cancellationToken));
    }

    private static async Task<IResult> Transmit(
        HttpContext context,
        [AsParameters] ReportAddress address,
        Addressed addressed,
        ReportActsDesk desk,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation, key) = await address.FindAsync(addressed, cancellationToken);
        await Documents.ReadAsync(context.Request, DecideRequestJson.Default.TransmissionRequest, cancellationToken);
        return Answer(await desk.TransmitAsync(context.Caller(), community, mutualisation, key, address.Version, cancellationToken));
    }

    private static IResult Answer(ReportIssue issue) =>
        Results.Json(ReportsApi.Entry(issue, namesPeople: true), ReportsJson.Answers.ReportEntry);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SentDecision))]
[JsonSerializable(typeof(ValidationRequest))]
[JsonSerializable(typeof(TransmissionRequest))]
internal sealed partial class DecideRequestJson : JsonSerializerContext;
