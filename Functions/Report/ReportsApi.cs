using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

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
        api.MapPost(Mutualisation + "/reports", Ask).Require(Right.Direct)
            .WithSummary("Demande un rapport du service.")
            .Takes(() => ReportRequestJson.Default.ReportRequest)
            .AnswersLater(() => RunsJson.Answers.OperationStarted);
        api.MapGet(Mutualisation + "/reports", List).Require(Right.ReadPublished)
            .WithSummary("Les versions publiées des rapports du service, chacune avec son état.")
            .Answers(() => ReportsJson.Answers.ReportList);
        api.MapGet(ReportAddress.Template + "/{**file}", ReportDownload.AnswerAsync).Require(Right.ReadPublished)
            .WithSummary("Un fichier d’un rapport du service.")
            .Choice("kind", ReportAddress.Kinds(isOfCommunity: false))
            .Choice("frame", [PictureFiles.Slide])
            .AnswersFile(ReportDownload.MediaTypes)
            .Tagged();
        CommunityReports.Map(api);
        MemberReports.Map(api);
    }

    private static async Task<IResult> Ask(
        HttpContext context, string siren, string id, Addressed addressed, ReportAsk asking, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        return await asking.AnswerAsync(context.Request, community, mutualisation.Value, cancellationToken);
    }

    private static async Task<IResult> List(
        HttpContext context,
        string siren,
        string id,
        Addressed addressed,
        ReportShelf shelf,
        OutdatedVersions outdated,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var caller = context.Caller();
        var issues = await outdated.TellAsync(
            community.Siren, await shelf.ListAsync(caller, community, mutualisation.Value, cancellationToken), cancellationToken);
        var namesPeople = caller.May(Right.Read, community.Siren, mutualisation.Value);
        return Results.Json(new ReportList([.. issues.Select(i => Entry(i, namesPeople))]), ReportsJson.Answers.ReportList);
    }

    /// <summary>A version as it is listed.</summary>
    /// <param name="issue">Which.</param>
    /// <param name="namesPeople">Whether the reader is told who acted, beside in what function.</param>
    public static ReportEntry Entry(ReportIssue issue, bool namesPeople) => new(
        issue.Version.Key.KindText,
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
    public static string AddressOf(ReportVersion version) => "/api" + ReportAddress.Of(version);

    /// <summary>Where the statements of all members for a year are listed.</summary>
    public static string StatementsOf(Siren siren, Period year) =>
        $"/api/communities/{siren}/reports/{DomainCode.Of(ReportKind.MemberStatement)}/{year}";
}
