using Evaluation.Core.Kinds;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Pictures;

namespace Evaluation.Functions.Report;

/// <summary>
/// Statements of members that were published: each is listed and downloaded by its member and by who reads the whole community;
/// they are asked for together, of the community (<see cref="CommunityReports"/>).
/// </summary>
internal static class MemberReports
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/members/{member}/reports", OfMember).Require(Right.ReadMember)
            .WithSummary("Les fiches publiées d’un membre.")
            .Answers(() => ReportsJson.Answers.ReportList);
        api.MapGet("/communities/{siren}/reports/memberStatement/{period}", OfYear).Require(Right.Read)
            .WithSummary("Les fiches publiées de tous les membres pour une année.")
            .Means("period", "L’année, par exemple 2025.")
            .Answers(() => ReportsJson.Answers.ReportList);
        MapFiles(api);
    }

    /// <summary>The files, under the API and in the portal.</summary>
    public static void MapFiles(RouteGroupBuilder routes) =>
        routes.MapGet(MemberReportAddress.Template + "/{**file}", ReportDownload.AnswerOfMemberAsync).Require(Right.ReadMember)
            .WithSummary("Un fichier de la fiche d’un membre.")
            .Choice("kind", [DomainCode.Of(ReportKind.MemberStatement)])
            .Choice("frame", [PictureFiles.Slide])
            .AnswersFile(ReportDownload.MediaTypes)
            .Tagged();

    private static async Task<IResult> OfMember(
        HttpContext context, string siren, string member, Addressed addressed, ReportShelf shelf, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        return Listed(await shelf.OfMemberAsync(
            context.Caller(), community.Siren, Addressed.Member(community, member).Siren, cancellationToken));
    }

    private static async Task<IResult> OfYear(
        HttpContext context, string siren, string period, Addressed addressed, ReportShelf shelf, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        return Period.TryParse(period, out var year) && year.Periodicity == ReportKind.MemberStatement.Periodicity()
            ? Listed(await shelf.StatementsAsync(context.Caller(), community.Siren, year.ToString(), cancellationToken))
            : throw EdgeRefusals.ReportUnknown.Refused();
    }

    private static IResult Listed(IReadOnlyList<ReportIssue> issues) =>
        Results.Json(new ReportList([.. issues.Select(i => ReportsApi.Entry(i, namesPeople: false))]), ReportsJson.Answers.ReportList);
}
