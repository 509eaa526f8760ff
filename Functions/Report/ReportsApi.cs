using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

internal sealed record ReportRequest(string? Kind, string? Period);

internal sealed record ReportList(IReadOnlyList<ReportEntry> Reports);

internal sealed record ReportEntry(
    string Kind,
    string Period,
    string Version,
    string State,
    DateOnly GeneratedOn,
    string Fingerprint,
    IReadOnlyList<string> Files,
    string Address);

/// <summary>Reports: asked for, listed, downloaded.</summary>
internal static class ReportsApi
{
    private const string Mutualisation = "/communities/{siren}/mutualisations/{id}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost(Mutualisation + "/reports", Ask).Require(Right.Direct);
        api.MapGet(Mutualisation + "/reports", List).Require(Right.ReadPublished);
        api.MapGet(Mutualisation + "/reports/{kind}/{period}/{version}/{**file}", Download).Require(Right.ReadPublished);
    }

    private static async Task<IResult> Ask(
        HttpContext context,
        string siren,
        string id,
        Addressed addressed,
        ReviewPlan plan,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var request = await Documents.ReadAsync(context.Request, ReportRequestJson.Default.ReportRequest, cancellationToken);
        if (request.Kind != ReviewPlan.Annual)
        {
            throw EdgeRefusals.ReportKind.Refused();
        }

        if (!Period.TryParse(request.Period, out var period) || period.Periodicity != Periodicity.Annual)
        {
            throw EdgeRefusals.ReportPeriod.Refused();
        }

        var now = clock.GetUtcNow();
        if (period.Start > ParisTime.DateOf(now))
        {
            throw Refusals.PeriodFuture.Refused(FrenchPeriod.De(period));
        }

        if (mutualisation.Value.WhyNotEvaluated(period.Year) is { } why)
        {
            throw EdgeRefusals.MutualisationNotInForce.Refused(why);
        }

        var key = new ReportKey(community.Siren, mutualisation.Value.Id, ReviewPlan.Annual, period.ToString());
        var run = await plan.AskAsync(
            key, now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture), cancellationToken);
        var address = $"/api/operations/{run.OperationId}";
        return TypedResults.Accepted(address, new OperationStarted(run.OperationId, address));
    }

    private static async Task<IResult> List(
        string siren, string id, Addressed addressed, ReportStore reports, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var versions = await reports.ListAsync(community.Siren, mutualisation.Value.Id, cancellationToken);
        return Results.Json(new ReportList([.. versions.Select(Entry)]), ReportsJson.Answers.ReportList);
    }

    [Asks("frame")]
    private static async Task<IResult> Download(
        HttpContext context,
        string siren,
        string id,
        string kind,
        string period,
        string version,
        string? file,
        Addressed addressed,
        ReportStore reports,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var key = new ReportKey(community.Siren, mutualisation.Value.Id, kind, period);
        return await ReportDownload.AnswerAsync(context, reports, key, version, file ?? "", cancellationToken);
    }

    private static ReportEntry Entry(ReportVersion version) => new(
        version.Key.Kind,
        version.Key.Period,
        version.VersionText,
        "draft",
        version.GeneratedOn,
        version.Fingerprint,
        PictureFiles.Listed(version),
        AddressOf(version));

    /// <summary>Where the files of a version are, under the API.</summary>
    public static string AddressOf(ReportVersion version) =>
        $"/api/communities/{version.Key.Siren}/mutualisations/{version.Key.Mutualisation}/reports/{version.Key.Kind}/{version.Key.Period}/{version.VersionText}";
}
