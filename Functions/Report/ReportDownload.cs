using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Gives a file of a report, with an entity tag: a version never changes, so a reader fetches it once.</summary>
internal static class ReportDownload
{
    private const string Latest = "latest";

    /// <param name="context">Of the request.</param>
    /// <param name="reports">Where files are kept.</param>
    /// <param name="issues">The versions of the report that the caller finds, the latest last.</param>
    /// <param name="version"><c>v1</c>, or <c>latest</c>.</param>
    /// <param name="file">Its name.</param>
    /// <param name="cancellationToken">Stops the answer.</param>
    /// <exception cref="RefusalException">
    /// 404 when there is no such report, version or file, or when a version holds nothing to draw a picture from; 400 for an
    /// unknown frame.
    /// </exception>
    public static async Task<IResult> AnswerAsync(
        HttpContext context,
        ReportStore reports,
        IReadOnlyList<ReportIssue> issues,
        string version,
        string file,
        CancellationToken cancellationToken)
    {
        var wanted = issues.LastOrDefault(i => version == Latest || i.Version.VersionText == version)?.Version;
        if (wanted is null || !(wanted.Files.Contains(file, StringComparer.Ordinal) || PictureFiles.Has(wanted, file)))
        {
            throw EdgeRefusals.ReportUnknown.Refused();
        }

        var picture = PictureFiles.Has(wanted, file) ? PictureFiles.Asked(wanted, file, context.Request.Query["frame"]) : null;
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

        var content = await reports.FindFileAsync(wanted, file, cancellationToken)
            ?? throw new InvalidDataException($"The index names a file that is not there: {file}.");
        return Results.Bytes(content.Content.ToMemory(), content.Details.ContentType);
    }
}
