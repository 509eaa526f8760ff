using Evaluation.Core.Kinds;
using Evaluation.Core.Periods;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Report;

/// <summary>
/// Statements of members that were published: each is listed and downloaded by its member and by who reads the whole community;
/// they are asked for together, of the community (<see cref="CommunityReports"/>).
/// </summary>
internal static class MemberReports
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/members/{member}/reports", OfMember).Require(Right.ReadMember);
        api.MapGet("/communities/{siren}/reports/memberStatement/{period}", OfYear).Require(Right.Read);
        MapFiles(api);
    }

    /// <summary>The files, under the API and in the portal.</summary>
    public static void MapFiles(RouteGroupBuilder routes) =>
        routes.MapGet(MemberReportAddress.Template + "/{**file}", ReportDownload.AnswerOfMemberAsync).Require(Right.ReadMember);

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
