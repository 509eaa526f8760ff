using System.Text.Json.Serialization;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Decide;

/// <summary>A version of a report is validated, then transmitted.</summary>
internal static class ReportActsApi
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/reports/{kind}/{period}/{version}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost(Address + "/validation", Validate).Require(Right.Direct);
        api.MapPost(Address + "/transmission", Transmit).Require(Right.Direct);
    }

    private static async Task<IResult> Validate(
        HttpContext context,
        string siren,
        string id,
        string kind,
        string period,
        string version,
        Addressed addressed,
        ReportActsDesk desk,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var key = new ReportKey(community.Siren, mutualisation.Value.Id, kind, period);
        var request = await Documents.ReadAsync(context.Request, DecideRequestJson.Default.ValidationRequest, cancellationToken);
        return Answer(await desk.ValidateAsync(context.Caller(), mutualisation.Value, key, version, request, cancellationToken));
    }

    private static async Task<IResult> Transmit(
        HttpContext context,
        string siren,
        string id,
        string kind,
        string period,
        string version,
        Addressed addressed,
        ReportActsDesk desk,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var key = new ReportKey(community.Siren, mutualisation.Value.Id, kind, period);
        await Documents.ReadAsync(context.Request, DecideRequestJson.Default.TransmissionRequest, cancellationToken);
        return Answer(await desk.TransmitAsync(context.Caller(), community, mutualisation.Value, key, version, cancellationToken));
    }

    private static IResult Answer(ReportIssue issue) =>
        Results.Json(ReportsApi.Entry(issue, namesPeople: true), ReportsJson.Answers.ReportEntry);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ValidationRequest))]
[JsonSerializable(typeof(TransmissionRequest))]
internal sealed partial class DecideRequestJson : JsonSerializerContext;
