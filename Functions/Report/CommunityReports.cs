using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Runs;

namespace Evaluation.Functions.Report;

/// <summary>Reports of a whole community: asked for, listed, downloaded, by who reads all of its services.</summary>
internal static class CommunityReports
{
    private const string Reports = "/communities/{siren}/reports";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost(Reports, Ask).Require(Right.Direct)
            .WithSummary("Demande un rapport de toute la communauté, ou les fiches de ses membres.")
            .Takes(() => ReportRequestJson.Default.ReportRequest)
            .AnswersLater(() => RunsJson.Answers.OperationStarted);
        api.MapGet(Reports, List).Require(Right.Read)
            .WithSummary("Les rapports publiés de toute la communauté.")
            .Answers(() => ReportsJson.Answers.ReportList);
        MapFiles(api);
    }

    /// <summary>The files, under the API and in the portal.</summary>
    public static void MapFiles(RouteGroupBuilder routes) =>
        routes.MapGet(CommunityReportAddress.Template + "/{**file}", ReportDownload.AnswerOfCommunityAsync).Require(Right.Read)
            .WithSummary("Un fichier d’un rapport de toute la communauté.")
            .Choice("kind", ReportAddress.Kinds(isOfCommunity: true))
            .Choice("frame", [PictureFiles.Slide])
            .AnswersFile(ReportDownload.MediaTypes)
            .Tagged();

    private static async Task<IResult> Ask(
        HttpContext context, string siren, Addressed addressed, ReportAsk asking, CancellationToken cancellationToken) =>
        await asking.AnswerAsync(
            context.Request, (await addressed.CommunityAsync(siren, cancellationToken)).Value, service: null, cancellationToken);

    private static async Task<IResult> List(
        HttpContext context, string siren, Addressed addressed, ReportShelf shelf, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var issues = await shelf.OfCommunityAsync(context.Caller(), community.Siren, cancellationToken);
        return Results.Json(
            new ReportList([.. issues.Select(i => ReportsApi.Entry(i, namesPeople: true))]), ReportsJson.Answers.ReportList);
    }
}
