using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Gives a file of a report, with an entity tag: a version never changes, so a reader fetches it once.</summary>
internal static class ReportDownload
{
    private const string Latest = "latest";
    private const string Frame = "frame";

    /// <summary>What kinds of files there are.</summary>
    public static readonly string[] MediaTypes =
    [
        "text/html",
        DescribedExtensions.Json,
        "text/csv",
        "image/svg+xml",
        PictureFiles.ContentType,
        PaperDocument.ContentType,
        PaperWorkbook.ContentType,
    ];

    /// <summary>The file that an address names, of the versions that the caller finds.</summary>
    /// <exception cref="RefusalException">
    /// 404 when there is no such report, version or file, or when a version holds nothing to draw a picture from; 400 for an
    /// unknown frame, or a frame of what is no picture.
    /// </exception>
    [Asks(Frame)]
    public static async Task<IResult> AnswerAsync(
        HttpContext context,
        [AsParameters] ReportAddress address,
        string? file,
        Addressed addressed,
        ReportStore reports,
        ReportShelf shelf,
        CancellationToken cancellationToken)
    {
        var (_, mutualisation, key) = await address.FindAsync(addressed, cancellationToken);
        var issues = await shelf.VersionsAsync(context.Caller(), key, mutualisation, cancellationToken);
        return await AnswerAsync(context, Wanted(issues, address.Version), file, reports, cancellationToken);
    }

    /// <summary>The same of a report of a community, for who reads all of it.</summary>
    /// <exception cref="RefusalException">The same.</exception>
    [Asks(Frame)]
    public static async Task<IResult> AnswerOfCommunityAsync(
        HttpContext context,
        [AsParameters] CommunityReportAddress address,
        string? file,
        Addressed addressed,
        ReportStore reports,
        ReportShelf shelf,
        CancellationToken cancellationToken)
    {
        var key = await address.FindAsync(addressed, cancellationToken);
        var issues = (await shelf.OfCommunityAsync(context.Caller(), key.Siren, cancellationToken)).Where(i => i.Version.Key == key).ToList();
        return await AnswerAsync(context, Wanted(issues, address.Version), file, reports, cancellationToken);
    }

    /// <summary>The same of the statement of a member, for the member and who reads the whole community.</summary>
    /// <exception cref="RefusalException">The same.</exception>
    [Asks(Frame)]
    public static async Task<IResult> AnswerOfMemberAsync(
        HttpContext context,
        [AsParameters] MemberReportAddress address,
        string? file,
        Addressed addressed,
        ReportStore reports,
        ReportShelf shelf,
        CancellationToken cancellationToken)
    {
        var key = await address.FindAsync(addressed, cancellationToken);
        var issues = key.Member is { } member ? await shelf.OfMemberAsync(context.Caller(), key.Siren, member, cancellationToken) : [];
        return await AnswerAsync(context, Wanted([.. issues.Where(i => i.Version.Key == key)], address.Version), file, reports, cancellationToken);
    }

    private static ReportVersion? Wanted(IReadOnlyList<ReportIssue> issues, string version) =>
        issues.LastOrDefault(i => version == Latest || i.Version.VersionText == version)?.Version;

    private static async Task<IResult> AnswerAsync(
        HttpContext context, ReportVersion? wanted, string? file, ReportStore reports, CancellationToken cancellationToken)
    {
        if (file is null || wanted is null || !(wanted.Files.Contains(file, StringComparer.Ordinal) || PictureFiles.Has(wanted, file) || OfficeFiles.Has(wanted, file)))
        {
            throw EdgeRefusals.ReportUnknown.Refused();
        }

        if (!PictureFiles.Has(wanted, file) && context.Request.Query.ContainsKey(Frame))
        {
            throw EdgeRefusals.ParameterUnknown.Refused(Frame, "retirez-le, seule une image PNG en a un");
        }

        var picture = PictureFiles.Has(wanted, file) ? PictureFiles.Asked(wanted, file, context.Request.Query[Frame]) : null;
        var tag = $"\"{wanted.VersionText}-{wanted.Fingerprint[..16]}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (Documents.IsKnown(context.Request, tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (picture is not null)
        {
            var drawn = await picture.FindOrDrawAsync(reports, cancellationToken);
            return Results.Bytes(drawn.ToMemory(), PictureFiles.ContentType);
        }

        if (OfficeFiles.Has(wanted, file))
        {
            var made = await OfficeFiles.FindOrMakeAsync(reports, wanted, file, cancellationToken);
            return Results.Bytes(made.ToMemory(), OfficeFiles.ContentTypeOf(file), NameOf(wanted, file));
        }

        var content = await reports.FindFileAsync(wanted, file, cancellationToken)
            ?? throw new InvalidDataException($"The index names a file that is not there: {file}.");
        return Results.Bytes(content.Content.ToMemory(), content.Details.ContentType);
    }

    /// <summary>What a file that is put away says of itself: community, service, kind, period, version.</summary>
    public static string NameOf(ReportVersion version, string file)
    {
        var key = version.Key;
        var service = key.IsOfCommunity ? "" : $"-{key.Member?.ToString() ?? key.Mutualisation}";
        return $"{key.Siren}{service}-{key.KindText}-{key.Period}-{version.VersionText}{Path.GetExtension(file)}";
    }
}
