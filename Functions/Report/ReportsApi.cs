using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Papers;
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
    string? ReplacedBy,
    DateOnly? OutdatedOn,
    ValidationEntry? Validation,
    TransmissionEntry? Transmission,
    DateOnly GeneratedOn,
    string Fingerprint,
    IReadOnlyList<string> Files,
    string Address);

internal sealed record ValidationEntry(DateTimeOffset At, string? By, string Function, string? Comment);

internal sealed record TransmissionEntry(DateTimeOffset At, string? By);

/// <summary>Reports: asked for, listed, downloaded.</summary>
internal static class ReportsApi
{
    private const string Mutualisation = "/communities/{siren}/mutualisations/{id}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost(Mutualisation + "/reports", Ask).Require(Right.Direct);
        api.MapGet(Mutualisation + "/reports", List).Require(Right.ReadPublished);
        api.MapGet(ReportAddress.Template + "/{**file}", ReportDownload.AnswerAsync).Require(Right.ReadPublished);
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

        InForce.Require(mutualisation.Value, period.Year);

        var key = new ReportKey(community.Siren, mutualisation.Value.Id, ReviewPlan.Annual, period.ToString());
        var run = await plan.AskAsync(
            key, ReviewPlan.InstantText(now), cancellationToken);
        var address = $"/api/operations/{run.OperationId}";
        return TypedResults.Accepted(address, new OperationStarted(run.OperationId, address));
    }

    private static async Task<IResult> List(
        HttpContext context, string siren, string id, Addressed addressed, ReportShelf shelf, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var caller = context.Caller();
        var issues = await shelf.ListAsync(caller, community, mutualisation.Value, cancellationToken);
        var namesPeople = caller.May(Right.Read, community.Siren, mutualisation.Value);
        return Results.Json(new ReportList([.. issues.Select(i => Entry(i, namesPeople))]), ReportsJson.Answers.ReportList);
    }

    /// <summary>A version as it is listed.</summary>
    /// <param name="issue">Which.</param>
    /// <param name="namesPeople">Whether the reader is told who acted, beside in what function.</param>
    public static ReportEntry Entry(ReportIssue issue, bool namesPeople) => new(
        issue.Version.Key.Kind,
        issue.Version.Key.Period,
        issue.Version.VersionText,
        DomainCode.Of(issue.State),
        issue.ReplacedBy?.VersionText,
        issue.OutdatedOn,
        issue.Validation is { } v ? new ValidationEntry(v.At, namesPeople ? v.By : null, v.Function, v.Comment) : null,
        issue.Transmission is { } t ? new TransmissionEntry(t.At, namesPeople ? t.By : null) : null,
        issue.Version.GeneratedOn,
        issue.Version.Fingerprint,
        [.. PictureFiles.Listed(issue.Version), .. OfficeFiles.Listed(issue.Version)],
        AddressOf(issue.Version));

    /// <summary>Where the files of a version are, under the API.</summary>
    public static string AddressOf(ReportVersion version) =>
        $"/api/communities/{version.Key.Siren}/mutualisations/{version.Key.Mutualisation}/reports/{version.Key.Kind}/{version.Key.Period}/{version.VersionText}";
}
